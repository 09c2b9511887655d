package dev.mockloop.metrics;

import dev.mockloop.store.Name;
import dev.mockloop.store.Repair;
import dev.mockloop.store.Store;
import dev.mockloop.store.Watcher;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A store whose writes are measured, from the call to the moment when they are durable. */
final class MeasuredStore implements Store {
  private final Store store;
  private final Metrics metrics;

  MeasuredStore(Store store, Metrics metrics) {
    this.store = store;
    this.metrics = metrics;
  }

  @Override
  public void append(Name ledger, int before, List<String> lines) {
    measure(
        "append",
        () -> {
          store.append(ledger, before, lines);
          return true;
        });
  }

  @Override
  public void put(Name document, String text) {
    measure(
        "put",
        () -> {
          store.put(document, text);
          return true;
        });
  }

  @Override
  public boolean putIfAbsent(Name document, String text) {
    return measure("put", () -> store.putIfAbsent(document, text));
  }

  private boolean measure(String operation, Supplier<Boolean> write) {
    long begun = System.nanoTime();
    boolean kept = false;
    try {
      boolean result = write.get();
      kept = true;
      return result;
    } finally {
      metrics.write(operation, kept, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  @Override
  public List<String> lines(Name ledger, int after) {
    return store.lines(ledger, after);
  }

  @Override
  public List<Name> ledgers(String folder) {
    return store.ledgers(folder);
  }

  @Override
  public List<String> foldersWith(String ledger) {
    return store.foldersWith(ledger);
  }

  @Override
  public Optional<String> document(Name document) {
    return store.document(document);
  }

  @Override
  public void delete(Name document) {
    store.delete(document);
  }

  @Override
  public List<Name> documents(String folder) {
    return store.documents(folder);
  }

  @Override
  public List<String> folders(String folder) {
    return store.folders(folder);
  }

  @Override
  public void deleteFolder(String folder) {
    store.deleteFolder(folder);
  }

  @Override
  public Runnable watch(Watcher watcher) {
    return store.watch(watcher);
  }

  @Override
  public String where(Name name) {
    return store.where(name);
  }

  @Override
  public boolean shared() {
    return store.shared();
  }

  @Override
  public List<Repair> repairs() {
    return store.repairs();
  }

  @Override
  public void close() {
    store.close();
  }
}
