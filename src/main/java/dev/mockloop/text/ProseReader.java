package dev.mockloop.text;

/**
 * Reads a text as language. Implementations are deterministic and safe for use by many threads: the
 * same text gives an equal {@link Prose} every time.
 */
public interface ProseReader {

  /** Reads any text, the empty one included. */
  Prose read(String text);

  /**
   * The dictionary form of a word taken as the given part of speech, in lower case.
   *
   * @param partOfSpeech a Universal Dependencies tag such as {@code VERB}
   */
  String lemma(String word, String partOfSpeech);
}
