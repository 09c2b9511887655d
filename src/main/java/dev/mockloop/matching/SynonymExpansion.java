package dev.mockloop.matching;

import dev.mockloop.rubric.Phrase;
import dev.mockloop.rubric.Synonyms;
import dev.mockloop.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Widens a phrase: wherever a member of a synonym set stands in it, every member will do. The
 * longest member wins; a member that came in this way is not widened again.
 *
 * <p>This is done in the phrase and not in the index, because a member of several words takes
 * several positions and would blur the distances in the answer.
 */
final class SynonymExpansion {
  private final Map<List<String>, List<String>> setsByMember = new HashMap<>();
  private int longest;

  SynonymExpansion(Synonyms synonyms) {
    for (List<String> set : synonyms.sets()) {
      for (String member : set) {
        List<String> stems = stems(member);
        setsByMember.putIfAbsent(stems, set);
        longest = Math.max(longest, stems.size());
      }
    }
  }

  Phrase widen(Phrase phrase) {
    return switch (phrase) {
      case Phrase.Word word -> run(List.of(word));
      case Phrase.Sequence sequence -> run(sequence.parts());
      case Phrase.AnyOf any ->
          new Phrase.AnyOf(any.alternatives().stream().map(this::widen).toList());
      case Phrase.Maybe maybe -> new Phrase.Maybe(widen(maybe.part()));
      case Phrase.Near near ->
          new Phrase.Near(widen(near.left()), widen(near.right()), near.words());
      case Phrase.Then then ->
          new Phrase.Then(widen(then.left()), widen(then.right()), then.words());
      case Phrase.SameSentence same ->
          new Phrase.SameSentence(widen(same.left()), widen(same.right()));
      case Phrase.Exact exact -> exact;
      case Phrase.Prefix prefix -> prefix;
      case Phrase.AnyNumber number -> number;
    };
  }

  private Phrase run(List<Phrase> parts) {
    List<Phrase> widened = new ArrayList<>();
    for (int at = 0; at < parts.size(); ) {
      int taken = longestMember(parts, at);
      if (taken == 0) {
        Phrase part = parts.get(at++);
        widened.add(part instanceof Phrase.Word ? part : widen(part));
      } else {
        widened.add(alternatives(parts.subList(at, at + taken)));
        at += taken;
      }
    }
    return widened.size() == 1 ? widened.getFirst() : new Phrase.Sequence(widened);
  }

  private int longestMember(List<Phrase> parts, int from) {
    List<String> stems = new ArrayList<>();
    int best = 0;
    for (int at = from; at < parts.size() && stems.size() < longest; at++) {
      if (!(parts.get(at) instanceof Phrase.Word word)) {
        break;
      }
      stems.addAll(stems(word.text()));
      if (setsByMember.containsKey(stems)) {
        best = at - from + 1;
      }
    }
    return best;
  }

  private Phrase alternatives(List<Phrase> member) {
    List<String> stems = new ArrayList<>();
    member.forEach(part -> stems.addAll(stems(((Phrase.Word) part).text())));
    return new Phrase.AnyOf(
        setsByMember.getOrDefault(stems, List.of()).stream()
            .map(m -> (Phrase) new Phrase.Word(m))
            .toList());
  }

  private static List<String> stems(String text) {
    return Words.of(text).stream().map(w -> Stems.of(w.form())).toList();
  }
}
