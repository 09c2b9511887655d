package dev.mockloop.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A store in memory, for tests of what is built on one. Several objects over one {@link Contents}
 * are several nodes; {@link Contents#told} says whether they hear of each other's changes.
 */
public final class MemoryStore implements Store {
  private final Contents contents;

  public MemoryStore() {
    this(new Contents(true));
  }

  public MemoryStore(Contents contents) {
    this.contents = contents;
  }

  /** What nodes share. */
  public static final class Contents {
    private final SortedMap<Name, List<String>> ledgers = new TreeMap<>();
    private final SortedMap<Name, String> documents = new TreeMap<>();
    private final Map<Watcher, MemoryStore> watchers = new ConcurrentHashMap<>();
    private final boolean told;

    public Contents(boolean told) {
      this.told = told;
    }
  }

  @Override
  public List<String> lines(Name ledger, int after) {
    synchronized (contents) {
      List<String> lines = contents.ledgers.getOrDefault(ledger, List.of());
      return after >= lines.size() ? List.of() : List.copyOf(lines.subList(after, lines.size()));
    }
  }

  @Override
  public void append(Name ledger, int before, List<String> lines) {
    synchronized (contents) {
      List<String> there = contents.ledgers.getOrDefault(ledger, List.of());
      if (there.size() != before) {
        throw new ConflictException(ledger + " has " + there.size() + " lines, not " + before);
      }
      List<String> longer = new ArrayList<>(there);
      longer.addAll(lines);
      contents.ledgers.put(ledger, longer);
    }
    tell(ledger);
  }

  @Override
  public List<Name> ledgers(String folder) {
    synchronized (contents) {
      return in(contents.ledgers.keySet().stream(), folder);
    }
  }

  @Override
  public List<String> foldersWith(String ledger) {
    synchronized (contents) {
      return contents.ledgers.keySet().stream()
          .filter(n -> n.last().equals(ledger) && !n.folder().contains("/"))
          .map(Name::folder)
          .toList();
    }
  }

  @Override
  public Optional<String> document(Name document) {
    synchronized (contents) {
      return Optional.ofNullable(contents.documents.get(document));
    }
  }

  @Override
  public void put(Name document, String text) {
    synchronized (contents) {
      contents.documents.put(document, text);
    }
    tell(document);
  }

  @Override
  public boolean putIfAbsent(Name document, String text) {
    boolean kept;
    synchronized (contents) {
      kept = contents.documents.putIfAbsent(document, text) == null;
    }
    if (kept) {
      tell(document);
    }
    return kept;
  }

  @Override
  public void delete(Name document) {
    synchronized (contents) {
      contents.documents.remove(document);
    }
    tell(document);
  }

  @Override
  public List<Name> documents(String folder) {
    synchronized (contents) {
      return in(contents.documents.keySet().stream(), folder);
    }
  }

  @Override
  public List<String> folders(String folder) {
    Function<Name, Stream<String>> below =
        name ->
            name.folder().startsWith(folder.isEmpty() ? "" : folder + "/")
                ? Stream.of(
                    name.folder()
                        .substring(folder.isEmpty() ? 0 : folder.length() + 1)
                        .split("/", 2)[0])
                : Stream.of();
    synchronized (contents) {
      return List.copyOf(
          new TreeSet<>(
              Stream.concat(
                      contents.ledgers.keySet().stream(), contents.documents.keySet().stream())
                  .flatMap(below)
                  .filter(f -> !f.isEmpty())
                  .toList()));
    }
  }

  @Override
  public void deleteFolder(String folder) {
    synchronized (contents) {
      contents.ledgers.keySet().removeIf(n -> n.value().startsWith(folder + "/"));
      contents.documents.keySet().removeIf(n -> n.value().startsWith(folder + "/"));
    }
  }

  @Override
  public Runnable watch(Watcher watcher) {
    contents.watchers.put(watcher, this);
    return () -> contents.watchers.remove(watcher);
  }

  @Override
  public String where(Name name) {
    return name.value();
  }

  @Override
  public List<Repair> repairs() {
    return List.of();
  }

  @Override
  public void close() {}

  private void tell(Name name) {
    if (contents.told) {
      contents.watchers.forEach(
          (watcher, node) -> {
            if (node != this) {
              watcher.changed(name);
            }
          });
    }
  }

  private static List<Name> in(Stream<Name> names, String folder) {
    return names.filter(n -> n.folder().equals(folder)).toList();
  }
}
