package dev.mockloop.scoring;

/** An idea of a criterion that an answer does not convey. */
public record MissingIdea(String idea, String says) {}
