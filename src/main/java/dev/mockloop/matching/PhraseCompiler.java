package dev.mockloop.matching;

import dev.mockloop.rubric.Phrase;
import dev.mockloop.rubric.PhraseText;
import dev.mockloop.rubric.Synonyms;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.Word;
import dev.mockloop.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;

/**
 * Turns phrases into Lucene interval queries (minimal-interval semantics, Clarke, Cormack and
 * Burkowski 1995).
 */
final class PhraseCompiler {
  /** A phrase with more optional parts than this in a row is taken with all of them or none. */
  private static final int MOST_OPTIONAL_PARTS = 4;

  private final SynonymExpansion synonyms;
  private final ProseReader reader;
  private final Dictionary dictionary = new Dictionary();

  PhraseCompiler(Synonyms synonyms, ProseReader reader) {
    this.synonyms = new SynonymExpansion(synonyms);
    this.reader = reader;
  }

  /** What the phrases compiled so far look for. */
  Dictionary dictionary() {
    return dictionary;
  }

  CompiledPhrase compile(PhraseText phrase) {
    return new CompiledPhrase(phrase.source(), part(synonyms.widen(phrase.phrase())));
  }

  private Part part(Phrase phrase) {
    return switch (phrase) {
      case Phrase.Word word -> words(word.text());
      case Phrase.Exact exact ->
          term(Set.of(Terms.exact(Words.of(exact.text()).getFirst().form())));
      case Phrase.Prefix prefix -> prefix(Words.of(prefix.start()).getFirst().form());
      case Phrase.AnyNumber number -> term(Set.of(Terms.NUMBER));
      case Phrase.Sequence sequence -> sequence(sequence.parts());
      case Phrase.AnyOf any -> any(any.alternatives().stream().map(this::part).toList());
      case Phrase.Maybe maybe -> part(maybe.part());
      case Phrase.Near near ->
          new Part.Both(
              part(near.left()),
              part(near.right()),
              near.words(),
              (left, right) -> Intervals.maxgaps(near.words(), inAnyOrder(left, right)));
      case Phrase.Then then ->
          new Part.Both(
              part(then.left()),
              part(then.right()),
              then.words(),
              (left, right) -> Intervals.maxgaps(then.words(), Intervals.ordered(left, right)));
      case Phrase.SameSentence same ->
          new Part.Both(
              part(same.left()),
              part(same.right()),
              Part.ANY_GAP,
              (left, right) ->
                  Intervals.maxwidth(AnswerWords.SENTENCE_GAP, inAnyOrder(left, right)));
    };
  }

  /** Words that never fall on one place cannot overlap, and are searched in half the time. */
  private static IntervalsSource inAnyOrder(IntervalsSource left, IntervalsSource right) {
    return left instanceof PlacesSource one
            && right instanceof PlacesSource other
            && one.isApart(other)
        ? Intervals.unordered(left, right)
        : Intervals.unorderedNoOverlaps(left, right);
  }

  private Part words(String text) {
    return Part.inOrder(
        Words.of(text).stream()
            .map(Word::form)
            .map(f -> term(Terms.wanted(f, reader.lemma(f, "VERB"))))
            .toList());
  }

  private Part term(Set<String> forms) {
    return new Part.OneWord(forms.stream().map(dictionary::term).toList());
  }

  private Part prefix(String start) {
    return new Part.OneWord(List.of(dictionary.prefix(start)));
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
      ways.add(Part.inOrder(chosen));
    }
    return any(ways);
  }

  private Part any(List<Part> alternatives) {
    Part any = Part.any(alternatives);
    return any instanceof Part.AnyOf several ? dictionary.choice(several) : any;
  }
}
