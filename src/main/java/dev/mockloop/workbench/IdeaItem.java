package dev.mockloop.workbench;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How an idea does over the rated answers. Correlations are NaN where one side is constant.
 *
 * @param criterion the id of its criterion
 * @param idea its id
 * @param says the idea as a sentence
 * @param found in how many answers it earns something
 * @param mentioned in how many its words stand at all, also in a list, denied or echoed
 * @param share the first as a share of all answers, from 0 to 1
 * @param goodShare its share among answers rated 3.5 or more; NaN when there are none
 * @param discrimination correlation of what it earns with the rating
 * @param rest correlation of what it earns with what the other ideas of the rubric earn (item-rest)
 * @param notes what stands out
 * @param phrases its phrases in the order of the rubric
 */
public record IdeaItem(
    String criterion,
    String idea,
    String says,
    int found,
    int mentioned,
    double share,
    double goodShare,
    double discrimination,
    double rest,
    Set<Note> notes,
    List<PhraseItem> phrases) {
  private static final double NEARLY_ALL = 0.95;
  private static final double HARDLY_ANY = 0.25;
  private static final double AGAINST = -0.1;

  public IdeaItem {
    notes = Set.copyOf(notes);
    phrases = List.copyOf(phrases);
  }

  /** What stands out about an idea. */
  public enum Note {
    /** No answer earns anything by it. */
    NEVER("never found"),
    /** 95% of the answers or more have it, so that it tells none apart. */
    ALWAYS("everyone has it"),
    /** Less than a quarter of the answers rated 3.5 or more have it. */
    LACKED("good answers lack it"),
    /** Correlation with the rating under -0.1: weaker answers have it more. */
    AGAINST_RATING("weaker answers have it more");

    private final String label;

    Note(String label) {
      this.label = label;
    }

    /** For people. */
    public String label() {
      return label;
    }

    /** The name used on the wire. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Phrases that no answer holds. */
  public long silentPhrases() {
    return phrases.stream().filter(p -> p.found() == 0).count();
  }

  static Set<Note> notes(int found, double share, double goodShare, double discrimination) {
    Set<Note> notes = EnumSet.noneOf(Note.class);
    if (found == 0) {
      notes.add(Note.NEVER);
    }
    if (share >= NEARLY_ALL) {
      notes.add(Note.ALWAYS);
    }
    if (found > 0 && goodShare < HARDLY_ANY) {
      notes.add(Note.LACKED);
    }
    if (discrimination < AGAINST) {
      notes.add(Note.AGAINST_RATING);
    }
    return notes;
  }
}
