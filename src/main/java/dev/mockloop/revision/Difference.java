package dev.mockloop.revision;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed from one text to another, line by line, by the algorithm of Myers ("An O(ND)
 * Difference Algorithm and Its Variations", 1986). Long stretches that are the same are left out.
 *
 * @param lines in order; a line that was changed is one taken out and one put in
 * @param added how many lines were put in
 * @param removed how many lines were taken out
 */
public record Difference(List<Line> lines, int added, int removed) {
  private static final int CONTEXT = 3;

  /** What became of a line. */
  public enum Change {
    SAME,
    REMOVED,
    ADDED,
    /** Stands for lines that are the same and are not shown. */
    SKIPPED
  }

  /**
   * A line.
   *
   * @param before its number in the earlier text, from 1; 0 when it is not there
   * @param after its number in the later text, from 1; 0 when it is not there
   * @param text the line without its end; for skipped lines how many they are, in words
   */
  public record Line(Change change, int before, int after, String text) {}

  public Difference {
    lines = List.copyOf(lines);
  }

  /** What changed from {@code before} to {@code after}; nothing when their lines are equal. */
  public static Difference of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> fresh = after.lines().toList();
    Patch<String> patch = DiffUtils.diff(old, fresh);
    Reader reader = new Reader(old);
    patch.getDeltas().forEach(reader::read);
    reader.finish();
    return new Difference(folded(reader.lines), reader.added, reader.removed);
  }

  public boolean isEmpty() {
    return added == 0 && removed == 0;
  }

  private static final class Reader {
    private final List<String> old;
    private final List<Line> lines = new ArrayList<>();
    private int before;
    private int after;
    private int added;
    private int removed;

    Reader(List<String> old) {
      this.old = old;
    }

    void read(AbstractDelta<String> delta) {
      same(delta.getSource().getPosition());
      for (String line : delta.getSource().getLines()) {
        lines.add(new Line(Change.REMOVED, ++before, 0, line));
        removed++;
      }
      for (String line : delta.getTarget().getLines()) {
        lines.add(new Line(Change.ADDED, 0, ++after, line));
        added++;
      }
    }

    void finish() {
      same(old.size());
    }

    private void same(int until) {
      while (before < until) {
        String line = old.get(before);
        lines.add(new Line(Change.SAME, ++before, ++after, line));
      }
    }
  }

  /** Keeps some lines on either side of a change. */
  private static List<Line> folded(List<Line> all) {
    boolean[] near = new boolean[all.size()];
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).change() != Change.SAME) {
        int end = Math.min(all.size(), i + CONTEXT + 1);
        for (int n = Math.max(0, i - CONTEXT); n < end; n++) {
          near[n] = true;
        }
      }
    }
    List<Line> shown = new ArrayList<>();
    int skipped = 0;
    for (int i = 0; i < all.size(); i++) {
      if (near[i]) {
        skip(shown, skipped);
        skipped = 0;
        shown.add(all.get(i));
      } else {
        skipped++;
      }
    }
    skip(shown, skipped);
    return shown;
  }

  private static void skip(List<Line> shown, int skipped) {
    if (skipped > 0) {
      shown.add(
          new Line(
              Change.SKIPPED,
              0,
              0,
              skipped == 1 ? "1 line is the same" : skipped + " lines are the same"));
    }
  }
}
