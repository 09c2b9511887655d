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

  /** A cue found: what it is for, and where it stands. */
  public record Found<T>(T of, Span span) {}

  private static final int MOST_KEPT = 20_000;

  private final Map<String, List<Cue<T>>> byFirst = new HashMap<>();
  private final Map<Character, List<Cue<T>>> byLetter = new HashMap<>();

  /** The cues that can begin with a word; nearly all words begin none. */
  private final ConcurrentMap<String, List<Cue<T>>> beginning = new ConcurrentHashMap<>();

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
      look(beginning(word.form()), words, i, until, found);
      if (isNumber(word)) {
        look(byFirst.getOrDefault(NUMBER, List.of()), words, i, until, found);
      }
    }
    return found;
  }

  private List<Cue<T>> beginning(String form) {
    List<Cue<T>> kept = beginning.get(form);
    if (kept != null) {
      return kept;
    }
    List<Cue<T>> cues = new ArrayList<>(byFirst.getOrDefault(form, List.of()));
    for (Cue<T> cue : byLetter.getOrDefault(form.charAt(0), List.of())) {
      if (isBegunBy(cue.words[0], form)) {
        cues.add(cue);
      }
    }
    List<Cue<T>> all = List.copyOf(cues);
    if (beginning.size() < MOST_KEPT) {
      beginning.put(form, all);
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
      Word word = words.get(from + i);
      boolean fits =
          cue[i].equals(NUMBER)
              ? isNumber(word)
              : cue[i].endsWith("*") ? isBegunBy(cue[i], word.form()) : word.form().equals(cue[i]);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBegunBy(String beginning, String form) {
    return form.regionMatches(0, beginning, 0, beginning.length() - 1);
  }

  private static boolean isNumber(Word word) {
    return word.number() && Character.isDigit(word.form().codePointAt(0));
  }
}
