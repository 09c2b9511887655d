package dev.mockloop.rubric;

/**
 * A phrase as its author wrote it. It is parsed when it is asked for what it means, not before: a
 * server that starts holds thousands of phrases and needs none.
 *
 * @param source as the author wrote it
 */
public record PhraseText(String source) {

  /**
   * What it means.
   *
   * @throws PhraseSyntaxException when it does not parse; a checked rubric has none such
   */
  public Phrase phrase() {
    return PhraseParser.parse(source);
  }
}
