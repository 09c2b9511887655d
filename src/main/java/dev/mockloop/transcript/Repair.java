package dev.mockloop.transcript;

import java.nio.file.Path;

/**
 * A torn last line that was cut off when the store was opened.
 *
 * @param file the file
 * @param bytes how many bytes were cut off; none of them was acknowledged
 */
public record Repair(Path file, long bytes) {}
