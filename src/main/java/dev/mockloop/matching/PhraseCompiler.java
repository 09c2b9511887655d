package dev.mockloop.matching;

import dev.mockloop.rubric.Phrase;
import dev.mockloop.rubric.PhraseText;
import dev.mockloop.rubric.Synonyms;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.Word;
import dev.mockloop.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/**
 * Turns phrases into Lucene interval queries (minimal-interval semantics, Clarke, Cormack and
 * Burkowski 1995).
 */
final class PhraseCompiler {
  private static final int MOST_PREFIX_EXPANSIONS = 100_000;

  /** A phrase with more optional parts than this in a row is taken with all of them or none. */
  private static final int MOST_OPTIONAL_PARTS = 4;

  static {
    // a prefix may stand for at most as many words as a query may have clauses
    IndexSearcher.setMaxClauseCount(MOST_PREFIX_EXPANSIONS);
  }

  private final SynonymExpansion synonyms;
  private final ProseReader reader;

  PhraseCompiler(Synonyms synonyms, ProseReader reader) {
    this.synonyms = new SynonymExpansion(synonyms);
    this.reader = reader;
  }

  CompiledPhrase compile(PhraseText phrase) {
    Part part = part(synonyms.widen(phrase.phrase()));
    return new CompiledPhrase(
        phrase.source(), part.possible, new IntervalQuery(Terms.FIELD, part.source));
  }

  /** A piece of a query with the quick test that goes with it. */
  private record Part(IntervalsSource source, Predicate<NavigableSet<String>> possible) {}

  private Part part(Phrase phrase) {
    return switch (phrase) {
      case Phrase.Word word -> words(word.text());
      case Phrase.Exact exact ->
          term(Set.of(Terms.exact(Words.of(exact.text()).getFirst().form())));
      case Phrase.Prefix prefix -> prefix(Words.of(prefix.start()).getFirst().form());
      case Phrase.AnyNumber number -> term(Set.of(Terms.NUMBER));
      case Phrase.Sequence sequence -> sequence(sequence.parts());
      case Phrase.AnyOf any -> anyOf(any.alternatives().stream().map(this::part).toList());
      case Phrase.Maybe maybe -> part(maybe.part());
      case Phrase.Near near -> {
        Part left = part(near.left());
        Part right = part(near.right());
        yield both(
            left,
            right,
            Intervals.maxgaps(
                near.words(), Intervals.unorderedNoOverlaps(left.source, right.source)));
      }
      case Phrase.Then then -> {
        Part left = part(then.left());
        Part right = part(then.right());
        yield both(
            left,
            right,
            Intervals.maxgaps(then.words(), Intervals.ordered(left.source, right.source)));
      }
      case Phrase.SameSentence same -> {
        Part left = part(same.left());
        Part right = part(same.right());
        yield both(
            left,
            right,
            Intervals.maxwidth(
                AnswerStream.SENTENCE_GAP,
                Intervals.unorderedNoOverlaps(left.source, right.source)));
      }
    };
  }

  private static Part both(Part left, Part right, IntervalsSource source) {
    return new Part(source, left.possible.and(right.possible));
  }

  private Part words(String text) {
    return inOrder(
        Words.of(text).stream()
            .map(Word::form)
            .map(f -> term(Terms.wanted(f, reader.lemma(f, "VERB"))))
            .toList());
  }

  private static Part inOrder(List<Part> parts) {
    if (parts.isEmpty()) {
      return new Part(Intervals.noIntervals("only articles"), terms -> false);
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return new Part(
        Intervals.phrase(parts.stream().map(Part::source).toArray(IntervalsSource[]::new)),
        parts.stream().map(Part::possible).reduce(Predicate::and).orElseThrow());
  }

  private static Part term(Set<String> forms) {
    IntervalsSource[] sources = forms.stream().map(Intervals::term).toArray(IntervalsSource[]::new);
    return new Part(
        sources.length == 1 ? sources[0] : Intervals.or(sources),
        terms -> forms.stream().anyMatch(terms::contains));
  }

  private static Part prefix(String start) {
    return new Part(
        Intervals.prefix(new BytesRef(start), MOST_PREFIX_EXPANSIONS),
        terms -> {
          String first = terms.ceiling(start);
          return first != null && first.startsWith(start);
        });
  }

  private Part sequence(List<Phrase> parts) {
    List<Part> ways = new ArrayList<>();
    List<Integer> optional = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Phrase.Maybe && optional.size() < MOST_OPTIONAL_PARTS) {
        optional.add(i);
      }
    }
    for (int choice = 0; choice < 1 << optional.size(); choice++) {
      List<Part> chosen = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        int bit = optional.indexOf(i);
        boolean article = parts.get(i) instanceof Phrase.Word w && Words.of(w.text()).isEmpty();
        if (!article && (bit < 0 || (choice & 1 << bit) != 0)) {
          chosen.add(part(parts.get(i)));
        }
      }
      ways.add(inOrder(chosen));
    }
    return anyOf(ways);
  }

  private static Part anyOf(List<Part> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return new Part(
        Intervals.or(parts.stream().map(Part::source).toArray(IntervalsSource[]::new)),
        parts.stream().map(Part::possible).reduce(Predicate::or).orElseThrow());
  }
}
