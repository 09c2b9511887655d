package dev.mockloop.matching;

import java.util.Arrays;

/**
 * What an answer holds of what a rubric's phrases look for. One is made for each answer and used by
 * one thread.
 */
final class Held {
  private final Places[] places;
  private final long[] sentences;

  /** The sentences of each choice, inverted, so that 0 means not looked at yet. */
  private final long[] choices;

  /**
   * Of nothing yet.
   *
   * @param terms how many terms and beginnings the dictionary has
   * @param choices how many choices
   */
  Held(int terms, int choices) {
    this.places = new Places[terms];
    this.sentences = new long[terms];
    this.choices = new long[choices];
    Arrays.fill(places, Places.NONE);
  }

  void add(int term, Places more) {
    places[term] = places[term].with(more);
    sentences[term] = places[term].sentences();
  }

  Places places(int term) {
    return places[term];
  }

  /** The sentences that have a term, in the form of {@link Places#sentences}. */
  long sentences(int term) {
    return sentences[term];
  }

  /** The sentences that a choice could match in, worked out once for all phrases that have it. */
  long sentences(Part.Choice choice) {
    long kept = ~choices[choice.number()];
    if (kept != -1) {
      return kept;
    }
    long here = choice.of().sentences(this);
    choices[choice.number()] = ~here;
    return here;
  }
}
