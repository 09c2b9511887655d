package dev.mockloop.scoring;

/** Names the scoring engine. */
public final class Engine {
  /** Changes whenever the same text and rubric could get another score. */
  public static final String VERSION = "2";

  private Engine() {}
}
