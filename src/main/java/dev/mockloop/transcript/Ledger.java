package dev.mockloop.transcript;

import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/** A ledger of the store, read and written as what its lines say. */
final class Ledger<E> {
  private final Store store;
  private final Name name;
  private final LineFormat<E> format;

  Ledger(Store store, Name name, LineFormat<E> format) {
    this.store = store;
    this.name = name;
    this.format = format;
  }

  /** The entries behind the first ones. */
  List<E> entries(int after) {
    List<E> entries = new ArrayList<>();
    for (String line : store.lines(name, after)) {
      int number = after + entries.size() + 1;
      try {
        entries.add(format.read(number, line));
      } catch (IllegalArgumentException e) {
        throw new StoreException(
            "%s:%d: this line is damaged (%s); restore the file from a backup"
                .formatted(store.where(name), number, e.getMessage()),
            e);
      }
    }
    return List.copyOf(entries);
  }

  /** Adds entries behind the {@code before} that are there. */
  void append(int before, List<? extends E> entries) {
    List<String> lines = new ArrayList<>();
    for (E entry : entries) {
      lines.add(format.write(before + lines.size() + 1, entry));
    }
    store.append(name, before, lines);
  }
}
