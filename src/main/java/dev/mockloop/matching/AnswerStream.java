package dev.mockloop.matching;

import dev.mockloop.text.Prose;
import dev.mockloop.text.Sentence;
import dev.mockloop.text.Token;
import dev.mockloop.text.Word;
import dev.mockloop.text.Words;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * An answer as a stream of index terms. Words of different sentences stand {@link #SENTENCE_GAP}
 * positions apart, so that no phrase reaches over the end of a sentence.
 */
final class AnswerStream extends TokenStream {
  static final int SENTENCE_GAP = 1000;

  private record Entry(String term, int start, int end, int step) {}

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final List<Entry> entries = new ArrayList<>();
  private final NavigableSet<String> terms = new TreeSet<>();
  private Iterator<Entry> next;

  AnswerStream(Prose prose) {
    for (Sentence sentence : prose.sentences()) {
      addSentence(prose, sentence);
    }
    next = entries.iterator();
  }

  /** All terms of the answer. */
  NavigableSet<String> terms() {
    return terms;
  }

  private void addSentence(Prose prose, Sentence sentence) {
    int step = SENTENCE_GAP;
    int token = 0;
    List<Token> tokens = sentence.tokens();
    for (Word word : Words.of(prose.text(), sentence.span())) {
      while (token < tokens.size() && tokens.get(token).span().end() <= word.span().start()) {
        token++;
      }
      boolean whole = token < tokens.size() && tokens.get(token).span().equals(word.span());
      for (String t : Terms.indexed(word, whole ? tokens.get(token).lemma() : "")) {
        entries.add(new Entry(t, word.span().start(), word.span().end(), step));
        terms.add(t);
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
    offset.setOffset(entry.start, entry.end);
    position.setPositionIncrement(entry.step);
    return true;
  }

  @Override
  public void reset() {
    next = entries.iterator();
  }
}
