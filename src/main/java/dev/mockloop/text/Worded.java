package dev.mockloop.text;

import java.util.List;

/** A sentence with its {@link Word}s, parted once for everything that looks for words in it. */
public record Worded(Sentence sentence, List<Word> words) {

  public Worded {
    words = List.copyOf(words);
  }

  /** The sentences of a text with their words, in order. */
  public static List<Worded> of(Prose prose) {
    return prose.sentences().stream()
        .map(s -> new Worded(s, Words.of(prose.text(), s.span())))
        .toList();
  }
}
