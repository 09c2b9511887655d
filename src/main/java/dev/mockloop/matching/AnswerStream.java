package dev.mockloop.matching;

import dev.mockloop.text.Token;
import dev.mockloop.text.Word;
import dev.mockloop.text.Worded;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * An answer as a stream of index terms. Words of different sentences stand {@link #SENTENCE_GAP}
 * positions apart, so that no phrase reaches over the end of a sentence.
 */
final class AnswerStream extends TokenStream {
  static final int SENTENCE_GAP = 1000;

  private record Entry(String term, int step) {}

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final List<Entry> entries = new ArrayList<>();
  private final NavigableMap<String, Long> terms = new TreeMap<>();
  private final Positions.Builder positions = new Positions.Builder();
  private int at = -1;
  private Iterator<Entry> next;

  AnswerStream(List<Worded> sentences) {
    for (int i = 0; i < sentences.size(); i++) {
      addSentence(sentences.get(i), 1L << i);
    }
    next = entries.iterator();
  }

  /** All terms of the answer with the sentences that hold them, as {@link Presence} counts them. */
  NavigableMap<String, Long> terms() {
    return terms;
  }

  /** Where the word at each position stands. */
  Positions positions() {
    return positions.build();
  }

  private void addSentence(Worded worded, long place) {
    int step = SENTENCE_GAP;
    int token = 0;
    List<Token> tokens = worded.sentence().tokens();
    for (Word word : worded.words()) {
      while (token < tokens.size() && tokens.get(token).span().end() <= word.span().start()) {
        token++;
      }
      at += step;
      positions.add(at, word.span());
      boolean whole = token < tokens.size() && tokens.get(token).span().equals(word.span());
      for (String t : Terms.indexed(word, whole ? tokens.get(token).lemma() : "")) {
        entries.add(new Entry(t, step));
        terms.merge(t, place, (a, b) -> a | b);
        step = 0;
      }
      step = 1;
    }
  }

  @Override
  public boolean incrementToken() {
    if (!next.hasNext()) {
      return false;
    }
    clearAttributes();
    Entry entry = next.next();
    term.append(entry.term);
    position.setPositionIncrement(entry.step);
    return true;
  }

  @Override
  public void reset() {
    next = entries.iterator();
  }
}
