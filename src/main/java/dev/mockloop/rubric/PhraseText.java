package dev.mockloop.rubric;

/**
 * A phrase with the line that it was written as.
 *
 * @param source as the author wrote it
 * @param phrase what it means
 */
public record PhraseText(String source, Phrase phrase) {

  /** Reads a phrase; see {@link PhraseParser#parse}. */
  public static PhraseText of(String source) {
    return new PhraseText(source, PhraseParser.parse(source));
  }
}
