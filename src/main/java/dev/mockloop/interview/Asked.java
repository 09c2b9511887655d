package dev.mockloop.interview;

/** A probe that was asked. */
public record Asked(String criterion, String text) {}
