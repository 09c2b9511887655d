package dev.mockloop.scoring;

/**
 * What a signal gave to the overall score.
 *
 * @param value how strong it is, from 0 to 1
 * @param points how much of the score above 1 came from it, before red flags and caps
 */
public record SignalScore(Signal signal, double value, double points) {}
