package dev.mockloop.rubric.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The known word that somebody most likely meant, by optimal string alignment distance (Damerau
 * 1964, Levenshtein 1966): insertions, deletions, substitutions and swaps of neighbours.
 */
final class Nearest {
  private Nearest() {}

  /**
   * The nearest word, when it is near enough to be meant: at most a third of its letters differ.
   */
  static Optional<String> to(String written, Collection<String> known) {
    return known.stream()
        .filter(
            k -> distance(written, k) <= Math.max(1, Math.max(k.length(), written.length()) / 3))
        .min(
            Comparator.comparingInt((String k) -> distance(written, k))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The end of a message: the suggestion, or all that is known when nothing is near. */
  static String hint(String written, Collection<String> known) {
    return to(written, known)
        .map(k -> "did you mean '" + k + "'?")
        .orElseGet(() -> "known are " + String.join(", ", known.stream().sorted().toList()));
  }

  private static int distance(String a, String b) {
    String left = a.toLowerCase(Locale.ROOT);
    String right = b.toLowerCase(Locale.ROOT);
    int[][] d = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : step(d, left, right, i, j);
      }
    }
    return d[left.length()][right.length()];
  }

  private static int step(int[][] d, String left, String right, int i, int j) {
    int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
