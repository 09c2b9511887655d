package dev.mockloop.matching;

import dev.mockloop.text.Span;
import dev.mockloop.text.Token;
import dev.mockloop.text.Word;
import dev.mockloop.text.Worded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of an answer by position, and the positions of each term. Words of different sentences
 * stand {@link #SENTENCE_GAP} positions apart, so that no phrase reaches over the end of a
 * sentence.
 */
final class AnswerWords {
  static final int SENTENCE_GAP = 1000;

  private final List<Span> spans = new ArrayList<>();
  private final List<Integer> positions = new ArrayList<>();
  private final Map<String, Places> terms = new HashMap<>();
  private int[] ordered = {};

  private AnswerWords() {}

  static AnswerWords of(List<Worded> sentences) {
    AnswerWords words = new AnswerWords();
    int position = 0;
    for (int i = 0; i < sentences.size(); i++) {
      position = words.add(sentences.get(i), 1L << i, position) + SENTENCE_GAP;
    }
    words.ordered = words.positions.stream().mapToInt(Integer::intValue).toArray();
    return words;
  }

  private int add(Worded worded, long sentence, int from) {
    int position = from;
    int token = 0;
    List<Token> tokens = worded.sentence().tokens();
    for (Word word : worded.words()) {
      while (token < tokens.size() && tokens.get(token).span().end() <= word.span().start()) {
        token++;
      }
      boolean whole = token < tokens.size() && tokens.get(token).span().equals(word.span());
      for (String term : Terms.indexed(word, whole ? tokens.get(token).lemma() : "")) {
        terms.computeIfAbsent(term, t -> Places.empty()).add(position, sentence);
      }
      spans.add(word.span());
      positions.add(position);
      position++;
    }
    return position;
  }

  /** All terms, each with its places. */
  Map<String, Places> terms() {
    return terms;
  }

  /** The text from the word at one position to the word at another. */
  Span span(int first, int last) {
    return at(first).cover(at(last));
  }

  private Span at(int position) {
    return spans.get(Arrays.binarySearch(ordered, position));
  }
}
