package dev.mockloop.rating;

/**
 * How a rater's second look at the same answers compares with the first.
 *
 * @param pairs answers rated twice
 * @param same those that got the same overall level again
 * @param shift mean of second minus first, in levels; over 0 is milder than before
 */
public record Drift(Rater rater, int pairs, int same, double shift) {}
