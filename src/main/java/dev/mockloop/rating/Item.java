package dev.mockloop.rating;

/**
 * An answer that can be rated.
 *
 * @param training whether it is one of the samples, which others have rated: it is there to learn
 *     on and needs no rating
 */
public record Item(ItemId id, boolean training) {}
