package dev.mockloop.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Copies all of one store into another, and then reads both and compares them. One ledger or
 * document is in memory at a time.
 */
public final class Migration {
  private static final int LINES_AT_ONCE = 1_000;

  private final Store from;
  private final Store to;

  public Migration(Store from, Store to) {
    this.from = from;
    this.to = to;
  }

  /**
   * What a store holds.
   *
   * @param lines of all ledgers together
   */
  public record Count(long ledgers, long lines, long documents) {
    static final Count NONE = new Count(0, 0, 0);

    Count plus(Count other) {
      return new Count(ledgers + other.ledgers, lines + other.lines, documents + other.documents);
    }
  }

  /**
   * Copies everything.
   *
   * @param progress is given each name that was copied
   * @throws StoreException when there is something in the target already
   */
  public Count copy(Consumer<Name> progress) {
    firstOf(to)
        .ifPresent(
            there -> {
              throw new StoreException(
                  "the target is not empty, it has " + there + "; name an empty one");
            });
    return walk(
        "",
        ledger -> {
          List<String> lines = from.lines(ledger, 0);
          for (int at = 0; at < lines.size(); at += LINES_AT_ONCE) {
            to.append(ledger, at, lines.subList(at, Math.min(lines.size(), at + LINES_AT_ONCE)));
          }
          if (!lines.isEmpty()) {
            progress.accept(ledger);
          }
          return lines.size();
        },
        document -> {
          // one that was deleted since it was listed stays away
          from.document(document).ifPresent(text -> to.put(document, text));
          progress.accept(document);
        });
  }

  /** The names of which the two do not hold the same, by their SHA-256, in order. */
  public List<Name> differences() {
    List<Name> differing = new ArrayList<>();
    compare("", differing);
    return List.copyOf(differing);
  }

  private interface Copied {
    int lines(Name ledger);
  }

  private Count walk(String folder, Copied ledgers, Consumer<Name> documents) {
    Count count = Count.NONE;
    for (Name ledger : from.ledgers(folder)) {
      int lines = ledgers.lines(ledger);
      count = count.plus(new Count(lines == 0 ? 0 : 1, lines, 0));
    }
    for (Name document : from.documents(folder)) {
      documents.accept(document);
      count = count.plus(new Count(0, 0, 1));
    }
    for (String inside : from.folders(folder)) {
      count = count.plus(walk(inside, ledgers, documents));
    }
    return count;
  }

  private void compare(String folder, List<Name> differing) {
    for (Name ledger : both(from.ledgers(folder), to.ledgers(folder))) {
      if (!Arrays.equals(sha256(from.lines(ledger, 0)), sha256(to.lines(ledger, 0)))) {
        differing.add(ledger);
      }
    }
    for (Name document : both(from.documents(folder), to.documents(folder))) {
      if (!Arrays.equals(sha256(from.document(document)), sha256(to.document(document)))) {
        differing.add(document);
      }
    }
    for (String inside : both(from.folders(folder), to.folders(folder))) {
      compare(inside, differing);
    }
  }

  private static <T extends Comparable<T>> TreeSet<T> both(List<T> one, List<T> other) {
    TreeSet<T> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  private static byte[] sha256(Optional<String> document) {
    return document.map(text -> sha256(List.of(text))).orElseGet(() -> new byte[0]);
  }

  private static byte[] sha256(List<String> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String line : lines) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Optional<Name> firstOf(Store store) {
    return firstOf(store, "");
  }

  private static Optional<Name> firstOf(Store store, String folder) {
    return Stream.concat(store.ledgers(folder).stream(), store.documents(folder).stream())
        .findFirst()
        .or(
            () ->
                store.folders(folder).stream()
                    .flatMap(inside -> firstOf(store, inside).stream())
                    .findFirst());
  }
}
