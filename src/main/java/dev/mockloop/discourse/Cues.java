package dev.mockloop.discourse;

import dev.mockloop.text.Span;
import dev.mockloop.text.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Cues for several things, looked for word by word in one pass. A cue is one or more words; a last
 * {@code *} stands for any ending, {@code #} for a number in digits, {@code (a|b|)} for a choice.
 *
 * @param <T> what cues are for
 */
public final class Cues<T> {
  private static final String NUMBER = "#";

  private record Cue<T>(T of, String[] words) {}

  /** The cues that can begin with a word, and which of them can go on with a second. */
  private record Beginning<T>(List<Cue<T>> cues, Map<String, List<Cue<T>>> goingOn) {
    static <T> Beginning<T> of(List<Cue<T>> cues) {
      return new Beginning<>(
          List.copyOf(cues), cues.isEmpty() ? Map.of() : new ConcurrentHashMap<>());
    }

    List<Cue<T>> before(Word second) {
      List<Cue<T>> kept = goingOn.get(second.form());
      if (kept != null) {
        return kept;
      }
      List<Cue<T>> fitting =
          cues.stream().filter(c -> c.words.length == 1 || fits(c.words[1], second)).toList();
      // what a number is does not hang on its form alone
      if (!second.number() && goingOn.size() < MOST_KEPT) {
        goingOn.put(second.form(), fitting);
      }
      return fitting;
    }
  }

  /** A cue found: what it is for, and where it stands. */
  public record Found<T>(T of, Span span) {}

  private static final int MOST_KEPT = 20_000;

  private final Map<String, List<Cue<T>>> byFirst = new HashMap<>();
  private final Map<Character, List<Cue<T>>> byLetter = new HashMap<>();

  /** Looked up once; nearly all words begin none. */
  private final ConcurrentMap<String, Beginning<T>> beginnings = new ConcurrentHashMap<>();

  /** Adds cues that are parted by commas and line ends. */
  public Cues<T> with(T of, String list) {
    for (String cue : list.split("[,\\n]")) {
      if (!cue.isBlank()) {
        expand(cue.strip()).forEach(c -> add(of, c));
      }
    }
    return this;
  }

  private static List<String> expand(String cue) {
    int open = cue.lastIndexOf('(');
    if (open < 0) {
      return List.of(cue);
    }
    int close = cue.indexOf(')', open);
    List<String> all = new ArrayList<>();
    for (String choice : cue.substring(open + 1, close).split("\\|", -1)) {
      all.addAll(expand(cue.substring(0, open) + choice + cue.substring(close + 1)));
    }
    return all;
  }

  private void add(T of, String cue) {
    String[] words = cue.strip().split("\\s+");
    Cue<T> added = new Cue<>(of, words);
    if (words[0].endsWith("*")) {
      byLetter.computeIfAbsent(words[0].charAt(0), k -> new ArrayList<>()).add(added);
    } else {
      byFirst.computeIfAbsent(words[0], k -> new ArrayList<>()).add(added);
    }
  }

  /** Every cue among the words of a sentence; of those for one thing that overlap, the first. */
  public List<Found<T>> find(List<Word> words) {
    List<Found<T>> found = new ArrayList<>();
    Map<T, Integer> until = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      Beginning<T> beginning = beginning(word.form());
      if (!beginning.cues.isEmpty()) {
        look(
            i + 1 < words.size() ? beginning.before(words.get(i + 1)) : beginning.cues,
            words,
            i,
            until,
            found);
      }
      if (isNumber(word)) {
        look(byFirst.getOrDefault(NUMBER, List.of()), words, i, until, found);
      }
    }
    return found;
  }

  private Beginning<T> beginning(String form) {
    Beginning<T> kept = beginnings.get(form);
    if (kept != null) {
      return kept;
    }
    List<Cue<T>> cues = new ArrayList<>(byFirst.getOrDefault(form, List.of()));
    for (Cue<T> cue : byLetter.getOrDefault(form.charAt(0), List.of())) {
      if (isBegunBy(cue.words[0], form)) {
        cues.add(cue);
      }
    }
    Beginning<T> all = Beginning.of(cues);
    if (beginnings.size() < MOST_KEPT) {
      beginnings.put(form, all);
    }
    return all;
  }

  private void look(
      List<Cue<T>> cues, List<Word> words, int from, Map<T, Integer> until, List<Found<T>> found) {
    for (Cue<T> cue : cues) {
      if (fits(cue.words, words, from) && until.getOrDefault(cue.of, 0) <= from) {
        int end = from + cue.words.length;
        until.put(cue.of, end);
        found.add(new Found<>(cue.of, words.get(from).span().cover(words.get(end - 1).span())));
      }
    }
  }

  private static boolean fits(String[] cue, List<Word> words, int from) {
    if (from + cue.length > words.size()) {
      return false;
    }
    for (int i = 0; i < cue.length; i++) {
      if (!fits(cue[i], words.get(from + i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String cue, Word word) {
    return cue.equals(NUMBER)
        ? isNumber(word)
        : cue.endsWith("*") ? isBegunBy(cue, word.form()) : word.form().equals(cue);
  }

  private static boolean isBegunBy(String beginning, String form) {
    return form.regionMatches(0, beginning, 0, beginning.length() - 1);
  }

  private static boolean isNumber(Word word) {
    return word.number() && Character.isDigit(word.form().codePointAt(0));
  }
}
