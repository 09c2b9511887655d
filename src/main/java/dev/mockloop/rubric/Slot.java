package dev.mockloop.rubric;

import java.time.Duration;

/** A question's place in a round, with the time for its answer. */
public record Slot(QuestionId question, Duration time) {}
