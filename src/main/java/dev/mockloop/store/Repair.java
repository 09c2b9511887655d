package dev.mockloop.store;

/**
 * Something that was mended when a store was opened.
 *
 * @param what the file, and what was done to it, as one sentence without its full stop
 */
public record Repair(String what) {}
