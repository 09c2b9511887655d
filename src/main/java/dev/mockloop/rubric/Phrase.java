package dev.mockloop.rubric;

import java.util.List;

/**
 * What may be said, as a tree. The phrase page of the manual gives the language in which rubrics
 * write it; {@link PhraseParser} reads that language.
 */
public sealed interface Phrase {

  /** A word in any inflection; one with hyphens or slashes stands for the words between them. */
  record Word(String text) implements Phrase {}

  /** A word in this spelling only, capitals aside. */
  record Exact(String text) implements Phrase {}

  /** Every word that begins so. */
  record Prefix(String start) implements Phrase {}

  /** Any number, in digits or spelled out. */
  record AnyNumber() implements Phrase {}

  /** Side by side in this order. */
  record Sequence(List<Phrase> parts) implements Phrase {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** One of several. */
  record AnyOf(List<Phrase> alternatives) implements Phrase {
    public AnyOf {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** There or not. */
  record Maybe(Phrase part) implements Phrase {}

  /** Both, in either order, with at most {@code words} other words between. */
  record Near(Phrase left, Phrase right, int words) implements Phrase {}

  /** Both in this order, with at most {@code words} other words between. */
  record Then(Phrase left, Phrase right, int words) implements Phrase {}

  /** Both in one sentence, in either order. */
  record SameSentence(Phrase left, Phrase right) implements Phrase {}
}
