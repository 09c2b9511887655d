package dev.mockloop.matching;

import dev.mockloop.text.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Light English stems by Krovetz's dictionary method (KStem, Krovetz 1993), which takes off
 * inflections and leaves derived words apart: "customer" and "customs" stay two words.
 */
public final class Stems {
  private static final int MOST_KEPT = 100_000;
  private static final ConcurrentMap<String, String> KEPT = new ConcurrentHashMap<>();

  private Stems() {}

  public static String of(String form) {
    String kept = KEPT.get(form);
    if (kept != null) {
      return kept;
    }
    String stem = stem(form);
    if (KEPT.size() < MOST_KEPT) {
      KEPT.put(form, stem);
    }
    return stem;
  }

  /** The stems of words, numbers left out. */
  public static Set<String> ofWords(List<Word> words) {
    Set<String> stems = new HashSet<>();
    for (Word word : words) {
      if (!word.number()) {
        stems.add(of(word.form()));
      }
    }
    return stems;
  }

  private static String stem(String form) {
    try (TokenStream stream = new KStemFilter(new OneWord(form))) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      return stream.incrementToken() ? term.toString() : form;
    } catch (IOException e) {
      throw new UncheckedIOException("a stream over one word in memory cannot fail", e);
    }
  }

  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final String form;
    private boolean given;

    OneWord(String form) {
      this.form = form;
    }

    @Override
    public boolean incrementToken() {
      if (given) {
        return false;
      }
      clearAttributes();
      term.append(form);
      given = true;
      return true;
    }
  }
}
