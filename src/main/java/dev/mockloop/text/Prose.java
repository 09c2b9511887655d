package dev.mockloop.text;

import java.util.List;

/**
 * A text read as language.
 *
 * @param text the text exactly as typed
 * @param sentences its sentences in order; they do not overlap
 */
public record Prose(String text, List<Sentence> sentences) {

  public Prose {
    sentences = List.copyOf(sentences);
  }

  /** The number of words: tokens that hold a letter or a digit. */
  public int wordCount() {
    return (int) sentences.stream().mapToLong(Sentence::wordCount).sum();
  }

  public String textOf(Sentence sentence) {
    return sentence.span().of(text);
  }
}
