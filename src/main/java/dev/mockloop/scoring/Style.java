package dev.mockloop.scoring;

import dev.mockloop.text.Token;
import java.util.List;

/**
 * How a text is written.
 *
 * @param nounsToVerbs nouns and adjectives for each verb; talk has about 1, abstract prose over 2
 *     (the involved-informational dimension, Biber 1988)
 * @param sentenceWords mean words in a sentence
 */
record Style(double nounsToVerbs, double sentenceWords) {
  private static final double MANY_NOUNS = 1.9;
  private static final double LONG = 19;

  static Style of(List<Statement> statements) {
    List<Token> tokens =
        statements.stream().flatMap(s -> s.remark().sentence().tokens().stream()).toList();
    double nouns =
        tokens.stream().filter(t -> t.is("NOUN") || t.is("PROPN") || t.is("ADJ")).count();
    double verbs = tokens.stream().filter(t -> t.is("VERB") || t.is("AUX")).count();
    double words = tokens.stream().filter(Token::isWord).count();
    return new Style(nouns / Math.max(1, verbs), words / Math.max(1, statements.size()));
  }

  /** Whether it is abstract prose in long sentences, in which nobody does anything. */
  boolean nominal() {
    return nounsToVerbs >= MANY_NOUNS && sentenceWords >= LONG;
  }
}
