package dev.mockloop.agreement;

/**
 * A bootstrap interval that is meant to hold the true value 95 times in 100; how it is made is said
 * on {@link Agreement}.
 *
 * @param low end
 * @param high end
 */
public record Interval(double low, double high) {}
