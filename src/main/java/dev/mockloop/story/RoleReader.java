package dev.mockloop.story;

import dev.mockloop.text.Prose;
import dev.mockloop.text.Sentence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the {@link Role} of each sentence.
 *
 * <p>Each sentence gets a score for each role from what can be seen of it ({@link Traits}): who
 * acts, tense, figures, place in the answer, and cue phrases. The sequence of roles with the
 * highest sum is then found over the whole answer (Viterbi 1967), with a bonus for staying in a
 * role and for moving on in the usual order, so that a sentence without a cue takes its role from
 * its neighbours.
 */
public final class RoleReader {
  private static final Map<Role, List<String>> CUES = cues();
  private static final double CUE = 2.0;
  private static final double STAY = 0.4;
  private static final double MOVE_ON = 0.25;
  private static final double MOVE_BACK = -0.5;

  private static Map<Role, List<String>> cues() {
    Map<Role, List<String>> cues = new EnumMap<>(Role.class);
    cues.put(
        Role.SITUATION,
        List.of(
            "situation",
            "at the time",
            "at that time",
            "when i was",
            "when i joined",
            "i was working",
            "we had a",
            "there was",
            "last year",
            "at my last",
            "at my previous",
            "the team was",
            "the company",
            "the problem was",
            "a few years ago",
            "in 20",
            "i was tech lead",
            "i led a team",
            "he was a",
            "she was a"));
    cues.put(
        Role.TASK,
        List.of(
            "my task",
            "my job was",
            "my goal",
            "i was asked",
            "asked me to",
            "was responsible for",
            "i had to",
            "my role",
            "the goal was",
            "needed to",
            "my responsibility",
            "was on me",
            "i took on",
            "set a goal",
            "had a quarter",
            "had to be"));
    cues.put(
        Role.ACTION,
        List.of(
            "i decided",
            "i started",
            "first i",
            "first,",
            "then i",
            "so i",
            "i set up",
            "i wrote",
            "i asked",
            "i proposed",
            "i built",
            "i talked",
            "i met",
            "i showed",
            "i gave",
            "i went",
            "i made",
            "i put",
            "next i",
            "i reviewed",
            "i paired",
            "i took",
            "i told",
            "i drew",
            "i agreed"));
    cues.put(
        Role.RESULT,
        List.of(
            "as a result",
            "in the end",
            "the result",
            "the outcome",
            "after that",
            "went from",
            "dropped",
            "reduced",
            "shipped",
            "finished",
            "promoted",
            "saved",
            "increased",
            "since then",
            "months later",
            "a year later",
            "went live",
            "passed",
            "we launched",
            "it worked",
            "without me",
            "is now"));
    cues.put(
        Role.REFLECTION,
        List.of(
            "i learned",
            "i learnt",
            "lesson",
            "looking back",
            "in hindsight",
            "next time",
            "i would do",
            "differently",
            "taught me",
            "i got wrong",
            "i should have",
            "if i did it again",
            "would have",
            "i now ",
            "now i",
            "what i take",
            "since then i",
            "my mistake",
            "i regret"));
    return cues;
  }

  /** One entry a sentence, in order. */
  public List<SentenceRole> read(Prose answer) {
    List<Sentence> sentences = answer.sentences();
    if (sentences.isEmpty()) {
      return List.of();
    }
    List<Map<Role, Double>> scores = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      scores.add(
          scores(
              Traits.of(sentences.get(i), answer.textOf(sentences.get(i)), i, sentences.size())));
    }
    List<Role> roles = best(scores);
    List<SentenceRole> read = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      read.add(new SentenceRole(sentences.get(i).span(), roles.get(i)));
    }
    return read;
  }

  private static Map<Role, Double> scores(Traits t) {
    Map<Role, Double> scores = new EnumMap<>(Role.class);
    CUES.forEach((role, cues) -> scores.put(role, t.says(cues) ? CUE : 0));
    scores.put(Role.OTHER, t.past() || t.self() ? 0.2 : 1.1);
    add(
        scores,
        Role.SITUATION,
        1.4 * (1 - t.place()) * (t.past() ? 1 : 0.4) - (t.place() > 0.5 ? 0.8 : 0));
    add(scores, Role.TASK, t.self() ? 0.3 * (1 - t.place()) : -0.3);
    add(
        scores,
        Role.ACTION,
        (t.self() && t.past() ? 1.3 : t.group() && t.past() ? 0.6 : 0)
            + (t.place() > 0.15 && t.place() < 0.85 ? 0.3 : 0));
    add(
        scores,
        Role.RESULT,
        (t.number() && t.past() ? 0.6 : 0) + 0.9 * t.place() + (t.self() ? -0.4 : 0.2));
    add(scores, Role.REFLECTION, t.hypothetical() && t.place() > 0.6 ? 0.8 : 0);
    if (t.hypothetical() && t.place() <= 0.6) {
      add(scores, Role.OTHER, 1.5);
      add(scores, Role.ACTION, -1.0);
    }
    return scores;
  }

  private static void add(Map<Role, Double> scores, Role role, double value) {
    scores.merge(role, value, Double::sum);
  }

  private static List<Role> best(List<Map<Role, Double>> scores) {
    Role[] all = Role.values();
    double[] sums = new double[all.length];
    List<int[]> cameFrom = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      double[] next = new double[all.length];
      int[] from = new int[all.length];
      for (Role to : all) {
        int best = i == 0 ? to.ordinal() : bestBefore(sums, to);
        from[to.ordinal()] = best;
        double before = i == 0 ? 0 : sums[best] + step(all[best], to);
        next[to.ordinal()] = before + scores.get(i).getOrDefault(to, 0.0);
      }
      sums = next;
      cameFrom.add(from);
    }
    return trace(sums, cameFrom);
  }

  private static int bestBefore(double[] sums, Role to) {
    int best = 0;
    for (Role from : Role.values()) {
      if (sums[from.ordinal()] + step(from, to) > sums[best] + step(Role.values()[best], to)) {
        best = from.ordinal();
      }
    }
    return best;
  }

  private static double step(Role from, Role to) {
    if (from == to) {
      return STAY;
    }
    if (from == Role.OTHER || to == Role.OTHER) {
      return 0;
    }
    return to.ordinal() > from.ordinal() ? MOVE_ON : MOVE_BACK;
  }

  private static List<Role> trace(double[] sums, List<int[]> cameFrom) {
    int last = 0;
    for (int r = 1; r < sums.length; r++) {
      last = sums[r] > sums[last] ? r : last;
    }
    Role[] roles = new Role[cameFrom.size()];
    for (int i = cameFrom.size() - 1; i >= 0; i--) {
      roles[i] = Role.values()[last];
      last = cameFrom.get(i)[last];
    }
    return List.of(roles);
  }
}
