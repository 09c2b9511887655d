package dev.mockloop.revision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All versions of one question's rubric, oldest first. The first is the text that shipped. What is
 * in use is what was published last, or the shipped text while nothing was.
 *
 * <p>A later edit of the shipped file is noted as a version of its own. It is never taken into use
 * by itself, as it would undo what somebody published; {@link #shippedSince()} tells of it until
 * somebody publishes again.
 *
 * @param revisions numbered 1, 2, 3, …; the first one shipped
 */
public record History(List<Revision> revisions) {

  /** What names the content of a text on scorecards. */
  @FunctionalInterface
  public interface Naming {
    String rubricVersion(String text);
  }

  public History {
    revisions = List.copyOf(revisions);
    if (revisions.isEmpty() || revisions.getFirst().published()) {
      throw new IllegalArgumentException("versions begin with the text that shipped");
    }
    for (int i = 0; i < revisions.size(); i++) {
      if (revisions.get(i).number() != i + 1) {
        throw new IllegalArgumentException(
            "version " + (i + 1) + " is missing; restore the file of versions from a backup");
      }
    }
  }

  /** Nothing was published yet. */
  public static History begin(String shippedText, Instant now, Naming naming) {
    return new History(List.of(shipped(1, 0, shippedText, now, naming)));
  }

  /** The version in use. */
  public Revision current() {
    return revisions.reversed().stream()
        .filter(Revision::published)
        .findFirst()
        .orElseGet(revisions::getLast);
  }

  public Optional<Revision> revision(int number) {
    return number < 1 || number > revisions.size()
        ? Optional.empty()
        : Optional.of(revisions.get(number - 1));
  }

  /** The latest version that has this content. */
  public Optional<Revision> named(String rubricVersion) {
    return revisions.reversed().stream()
        .filter(r -> r.rubricVersion().equals(rubricVersion))
        .findFirst();
  }

  /** Whether anybody published anything. */
  public boolean published() {
    return revisions.stream().anyMatch(Revision::published);
  }

  /**
   * The shipped text, when it was changed after the version in use was published and nobody has
   * decided about it since.
   */
  public Optional<Revision> shippedSince() {
    Revision last = revisions.getLast();
    return published() && !last.published() ? Optional.of(last) : Optional.empty();
  }

  /** The same, with the shipped text noted if it is another than the one noted last. */
  public History noting(String shippedText, Instant now, Naming naming) {
    Revision noted =
        revisions.reversed().stream().filter(r -> !r.published()).findFirst().orElseThrow();
    return noted.text().equals(shippedText)
        ? this
        : with(shipped(revisions.size() + 1, noted.number(), shippedText, now, naming));
  }

  /**
   * The same, with a text published.
   *
   * @param base the number of the version that the text was made from
   * @throws BaseMovedException when another version is in use by now
   */
  public History publish(String text, int base, Signature signature, Instant now, Naming naming) {
    return add(text, base, signature, new Origin.Edited(), now, naming);
  }

  /**
   * The same, with the text of an older version published again.
   *
   * @param to the older version's number
   * @param base the number of the version that the decision was made on
   * @throws BaseMovedException when another version is in use by now
   * @throws IllegalArgumentException when there is no such version
   */
  public History rollBack(int to, int base, Signature signature, Instant now, Naming naming) {
    Revision older =
        revision(to)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no version "
                            + to
                            + "; choose one from 1 to "
                            + revisions.size()));
    return add(older.text(), base, signature, new Origin.RolledBack(to), now, naming);
  }

  /** What this history has and an earlier state of it has not. */
  public List<Revision> since(int count) {
    return revisions.subList(count, revisions.size());
  }

  private History add(
      String text, int base, Signature signature, Origin origin, Instant now, Naming naming) {
    Revision current = current();
    if (current.number() != base) {
      throw new BaseMovedException(base, current);
    }
    return with(
        new Revision(
            revisions.size() + 1,
            base,
            now,
            signature.author(),
            signature.note(),
            naming.rubricVersion(text),
            origin,
            text));
  }

  private History with(Revision revision) {
    List<Revision> more = new ArrayList<>(revisions);
    more.add(revision);
    return new History(more);
  }

  private static Revision shipped(int number, int parent, String text, Instant now, Naming naming) {
    return new Revision(
        number,
        parent,
        now,
        "Rubric folder",
        number == 1 ? "As shipped" : "The file in the rubric folder changed",
        naming.rubricVersion(text),
        new Origin.Shipped(),
        text);
  }
}
