package dev.mockloop.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/**
 * The promises of {@link Store}, kept by a {@link FolderStore} whose disk fails at any call and
 * loses power at any other.
 */
class StoreLawsTest {
  private static final AtomicInteger FOLDERS = new AtomicInteger();
  private static final List<Name> LEDGERS =
      List.of(new Name("a/events"), new Name("a/other"), new Name("b/events"));
  private static final List<Name> DOCUMENTS = List.of(new Name("a/card.json"), new Name("b/x.txt"));

  sealed interface Call {
    record Append(int ledger, int lines, int behind) implements Call {}

    record Put(int document) implements Call {}

    record PutIfAbsent(int document) implements Call {}

    record Delete(int document) implements Call {}

    record DeleteFolder(String folder) implements Call {}

    record CutPower() implements Call {}

    record Kill() implements Call {}
  }

  @Provide
  Arbitrary<List<Call>> calls() {
    Arbitrary<Integer> ledger = Arbitraries.integers().between(0, LEDGERS.size() - 1);
    Arbitrary<Integer> document = Arbitraries.integers().between(0, DOCUMENTS.size() - 1);
    Arbitrary<Call> call =
        Arbitraries.frequencyOf(
            Tuple.of(
                12,
                Combinators.combine(
                        ledger,
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(1, -1), Tuple.of(1, 1)))
                    .as(Call.Append::new)),
            Tuple.of(3, document.map(Call.Put::new)),
            Tuple.of(1, document.map(Call.PutIfAbsent::new)),
            Tuple.of(1, document.map(Call.Delete::new)),
            Tuple.of(1, Arbitraries.of("a", "b").map(Call.DeleteFolder::new)),
            Tuple.of(1, Arbitraries.just(new Call.Kill())),
            Tuple.of(2, Arbitraries.just(new Call.CutPower())));
    return call.list().ofMinSize(1).ofMaxSize(40);
  }

  @Property(tries = 1000)
  void whatWasAcknowledgedIsThereInOrderAndOnceAndWhatWasRefusedIsNot(
      @ForAll("calls") List<Call> calls,
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 15) int faultsInHundred,
      @ForAll @IntRange(min = 1, max = 400) int callsToDeath) {
    Caller caller = new Caller(new Faults(seed, faultsInHundred / 100.0, callsToDeath), seed);
    caller.make(calls);
    Statistics.label("calls that failed").collect(caller.refused > 0);
    Statistics.label("calls that failed").coverage(c -> c.check(true).percentage(p -> p > 20));
    Statistics.label("power cut").collect(caller.cuts > 1);
    Statistics.label("power cut").coverage(c -> c.check(true).percentage(p -> p > 20));
  }

  @Property(tries = 300)
  void ofManyWhoWriteAtOnceEachKeepsWhatWasAcknowledgedToIt(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 8) int faultsInHundred,
      @ForAll @IntRange(min = 20, max = 600) int callsToDeath)
      throws Exception {
    Path root = Path.of("/memory", "group" + FOLDERS.incrementAndGet());
    MemoryDisk disk = new MemoryDisk(Faults.none());
    try (FolderStore calm = FolderStore.open(root, disk)) {
      LEDGERS.forEach(l -> calm.append(l, 0, List.of("{\"first\":true}")));
    }
    Faults faults = new Faults(seed, faultsInHundred / 100.0, callsToDeath);
    disk = disk.afterKill(faults);
    Map<Name, List<String>> sent = new HashMap<>();
    Map<Name, List<String>> promised = new HashMap<>();
    try (FolderStore store = FolderStore.open(root, disk);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Name ledger : LEDGERS) {
        List<String> said = new ArrayList<>();
        List<String> through = new ArrayList<>();
        sent.put(ledger, said);
        promised.put(ledger, through);
        threads.execute(() -> write(store, faults, ledger, said, through));
      }
    } catch (StoreException e) {
      // power was cut before it was open
    }
    try (FolderStore store = FolderStore.open(root, disk.afterPowerCut(Faults.none()))) {
      for (Name ledger : LEDGERS) {
        List<String> found = store.lines(ledger, 1);
        List<String> through = promised.getOrDefault(ledger, List.of());
        assertThat(found.stream().filter(through::contains).toList()).isEqualTo(through);
        List<String> said = sent.getOrDefault(ledger, List.of());
        assertThat(said.stream().filter(found::contains).toList()).isEqualTo(found);
      }
    }
  }

  private static void write(
      FolderStore store, Faults faults, Name ledger, List<String> sent, List<String> promised) {
    for (int n = 1; n <= 40 && !faults.isDead(); n++) {
      String line = "{\"n\":" + n + ",\"to\":\"" + ledger + "\"}";
      sent.add(line);
      try {
        store.append(ledger, store.lines(ledger, 0).size(), List.of(line));
        promised.add(line);
      } catch (StoreException e) {
        // told; the next is another line
      }
    }
  }

  /** Makes the calls, and knows what must be there. */
  private static final class Caller {
    private final Path root = Path.of("/memory", "store" + FOLDERS.incrementAndGet());
    private final Map<Name, List<String>> ledgers = new HashMap<>();
    private final Map<Name, Set<List<String>>> maybe = new HashMap<>();
    private final Map<Name, Set<Optional<String>>> documents = new HashMap<>();
    private final long seed;
    private Faults faults;
    private MemoryDisk disk;
    private FolderStore store;
    private int number;
    private int refused;
    private int cuts;

    Caller(Faults faults, long seed) {
      this.faults = faults;
      this.seed = seed;
      this.disk = new MemoryDisk(faults);
      LEDGERS.forEach(l -> ledgers.put(l, List.of()));
      DOCUMENTS.forEach(d -> documents.put(d, Set.of(Optional.empty())));
      store = reopen();
    }

    void make(List<Call> calls) {
      for (Call call : calls) {
        make(call);
        if (faults.isDead()) {
          cutPower(call);
        }
        allIsThere();
      }
      cutPower(new Call.CutPower());
      allIsThere();
      store.close();
    }

    private void make(Call call) {
      switch (call) {
        case Call.Append append -> append(append);
        case Call.Put(int document) -> {
          String text = text();
          boolean done = works(() -> store.put(DOCUMENTS.get(document), text));
          become(DOCUMENTS.get(document), Optional.of(text), done);
        }
        case Call.PutIfAbsent(int document) -> {
          Name name = DOCUMENTS.get(document);
          String text = text();
          Optional<Boolean> kept = result(() -> store.putIfAbsent(name, text));
          if (kept.isEmpty()) {
            if (documents.getOrDefault(name, Set.of()).contains(Optional.empty())) {
              become(name, Optional.of(text), false);
            }
          } else if (kept.get()) {
            assertThat(documents.get(name)).contains(Optional.empty());
            become(name, Optional.of(text), true);
          } else {
            documents.computeIfPresent(name, (n, may) -> without(may, Optional.empty()));
          }
        }
        case Call.Delete(int document) ->
            become(
                DOCUMENTS.get(document),
                Optional.empty(),
                works(() -> store.delete(DOCUMENTS.get(document))));
        case Call.DeleteFolder(String folder) -> {
          boolean deleted = works(() -> store.deleteFolder(folder));
          while (!deleted && !faults.isDead()) {
            deleted = works(() -> store.deleteFolder(folder));
          }
          if (deleted) {
            forget(folder);
          }
        }
        case Call.CutPower cut -> cutPower(call);
        case Call.Kill kill -> {
          faults.die();
          faults = new Faults(seed - number, 0.02, 300);
          disk = disk.afterKill(faults);
          begin(call);
        }
      }
    }

    private void append(Call.Append append) {
      Name ledger = LEDGERS.get(append.ledger());
      List<String> there = ledgers.getOrDefault(ledger, List.of());
      int before = Math.max(0, there.size() + append.behind());
      List<String> lines = new ArrayList<>();
      for (int l = 0; l < append.lines(); l++) {
        lines.add(line());
      }
      try {
        store.append(ledger, before, lines);
        assertThat(before).as("only who knows all lines may add some").isEqualTo(there.size());
        List<String> more = new ArrayList<>(there);
        more.addAll(lines);
        ledgers.put(ledger, more);
        maybe.remove(ledger);
      } catch (ConflictException e) {
        assertThat(before).isNotEqualTo(there.size());
      } catch (StoreException e) {
        refused++;
        assertThat(e.getMessage()).contains(root.toString());
        List<String> with = new ArrayList<>(there);
        with.addAll(lines);
        maybe.computeIfAbsent(ledger, l -> new HashSet<>()).add(with);
      }
    }

    private String line() {
      number++;
      return "{\"n\":" + number + ",\"text\":\"" + "x".repeat(number * 7 % 40) + "\"}";
    }

    private String text() {
      number++;
      return "text " + number + " " + "y".repeat(number * 11 % 60);
    }

    private boolean works(Runnable call) {
      return result(
              () -> {
                call.run();
                return true;
              })
          .isPresent();
    }

    private <T> Optional<T> result(Supplier<T> call) {
      try {
        return Optional.of(call.get());
      } catch (StoreException e) {
        refused++;
        return Optional.empty();
      }
    }

    private void become(Name document, Optional<String> text, boolean surely) {
      Set<Optional<String>> may = new HashSet<>(surely ? Set.of() : documents.get(document));
      may.add(text);
      documents.put(document, may);
    }

    private static Set<Optional<String>> without(Set<Optional<String>> all, Optional<String> one) {
      Set<Optional<String>> rest = new HashSet<>(all);
      rest.remove(one);
      return rest;
    }

    private void forget(String folder) {
      maybe.keySet().removeIf(l -> l.folder().equals(folder));
      ledgers.replaceAll((name, lines) -> name.folder().equals(folder) ? List.of() : lines);
      documents.replaceAll(
          (name, may) -> name.folder().equals(folder) ? Set.of(Optional.empty()) : may);
    }

    /** Whether a folder whose deletion did not go through is gone; it is so as a whole. */
    private void gone(String folder) {
      boolean gone =
          LEDGERS.stream()
              .filter(
                  l -> l.folder().equals(folder) && !ledgers.getOrDefault(l, List.of()).isEmpty())
              .anyMatch(l -> readable(() -> store.lines(l, 0)).isEmpty());
      if (gone
          || ledgers.entrySet().stream()
              .allMatch(e -> !e.getKey().folder().equals(folder) || e.getValue().isEmpty())) {
        boolean documentsGone =
            DOCUMENTS.stream()
                .filter(d -> d.folder().equals(folder))
                .allMatch(d -> readable(() -> store.document(d)).isEmpty());
        if (gone || documentsGone) {
          forget(folder);
        }
      }
    }

    private void cutPower(Call underWayCall) {
      cuts++;
      faults = new Faults(seed + cuts, 0.02, 300);
      disk = disk.afterPowerCut(faults);
      begin(underWayCall);
      // what is found now stays; behind a mere kill it may still be lost
      documents.replaceAll(
          (name, may) -> {
            Optional<String> text = readable(() -> store.document(name));
            return may.contains(text) ? Set.of(text) : may;
          });
    }

    private void begin(Call underWayCall) {
      store = reopen();
      // what was not acknowledged may have got through all the same, but only as a whole
      maybe.forEach(
          (ledger, may) -> {
            List<String> found = readable(() -> store.lines(ledger, 0));
            if (may.contains(found)) {
              ledgers.put(ledger, found);
            }
          });
      maybe.clear();
      if (underWayCall instanceof Call.DeleteFolder(String folder)) {
        gone(folder);
      }
    }

    /** Opens it as often as it takes; power may be cut there too. */
    private FolderStore reopen() {
      for (int n = 0; ; n++) {
        try {
          return FolderStore.open(root, disk);
        } catch (StoreException e) {
          faults = n < 5 ? new Faults(seed + 31L * n, 0.02, 300) : Faults.none();
          disk = disk.afterPowerCut(faults);
        }
      }
    }

    private void allIsThere() {
      for (Name ledger : LEDGERS) {
        // reading first: power may be cut meanwhile, and more be known behind that
        List<String> found = readable(() -> store.lines(ledger, 0));
        List<String> expected = ledgers.getOrDefault(ledger, List.of());
        assertThat(found).as("%s", ledger).isEqualTo(expected);
        int half = expected.size() / 2;
        List<String> end = readable(() -> store.lines(ledger, half));
        List<String> all = ledgers.getOrDefault(ledger, List.of());
        assertThat(end).isEqualTo(all.subList(half, all.size()));
      }
      for (Name document : DOCUMENTS) {
        Optional<String> text = readable(() -> store.document(document));
        assertThat(text).as("%s", document).isIn(documents.get(document));
      }
    }

    /** Reads as often as it takes. */
    private <T> T readable(Supplier<T> read) {
      for (int n = 0; ; n++) {
        try {
          return read.get();
        } catch (StoreException e) {
          if (faults.isDead()) {
            cutPower(new Call.CutPower());
          } else if (n > 50) {
            faults.end();
          }
        }
      }
    }
  }
}
