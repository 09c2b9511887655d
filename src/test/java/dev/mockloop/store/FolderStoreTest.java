package dev.mockloop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {
  private static final Name LEDGER = new Name("one/events");

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("one/events.jsonl");
  }

  private static List<String> lines(int from, int to) {
    return IntStream.range(from, to).mapToObj("{\"n\":%d,\"text\":\"電話\"}"::formatted).toList();
  }

  private List<Path> journals() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(".journal"))) {
      return files.toList();
    }
  }

  /** What a process leaves behind that is killed: its files as they are, and no lock. */
  private Path killed() throws IOException {
    Path copy = Files.createTempDirectory(folder.getParent(), "killed");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.toList()) {
        Path target = copy.resolve(folder.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return copy;
  }

  @Test
  void whatIsAppendedStandsInThePlainFileAtOnce() {
    try (FolderStore store = FolderStore.open(folder)) {
      store.append(LEDGER, 0, lines(0, 2));
      assertThat(file()).content().isEqualTo(String.join("\n", lines(0, 2)) + "\n");
      assertThat(store.where(LEDGER)).isEqualTo(file().toString());
    }
  }

  @Test
  void aStoreThatIsClosedLeavesNoJournal() throws IOException {
    try (FolderStore store = FolderStore.open(folder)) {
      store.append(LEDGER, 0, lines(0, 2));
      assertThat(journals()).hasSize(1);
    }
    assertThat(journals()).isEmpty();
    try (FolderStore again = FolderStore.open(folder)) {
      assertThat(again.repairs()).isEmpty();
      assertThat(again.lines(LEDGER, 0)).isEqualTo(lines(0, 2));
    }
  }

  @Test
  void linesThatACrashKeptOnlyInTheJournalArePutBack() throws IOException {
    try (FolderStore store = FolderStore.open(folder)) {
      store.append(LEDGER, 0, lines(0, 2));
      store.append(LEDGER, 2, lines(2, 5));
      Path left = killed();
      Path ledger = left.resolve("one/events.jsonl");
      Files.writeString(ledger, Files.readString(ledger).substring(0, 30));
      try (FolderStore after = FolderStore.open(left)) {
        assertThat(after.lines(LEDGER, 0)).isEqualTo(lines(0, 5));
        assertThat(after.repairs())
            .singleElement()
            .extracting(Repair::what)
            .asString()
            .contains("events.jsonl", "put back 4 acknowledged lines");
        after.append(LEDGER, 5, lines(5, 6));
      }
      try (FolderStore after = FolderStore.open(left)) {
        assertThat(after.lines(LEDGER, 3)).isEqualTo(lines(3, 6));
        assertThat(after.repairs()).isEmpty();
      }
    }
  }

  @Test
  void aTornEndIsCutOffWhenItsJournalIsLeft() throws IOException {
    try (FolderStore store = FolderStore.open(folder)) {
      store.append(LEDGER, 0, lines(0, 2));
      Path left = killed();
      Files.writeString(
          left.resolve("one/events.jsonl"), "{\"n\":2,\"te", StandardOpenOption.APPEND);
      try (FolderStore after = FolderStore.open(left)) {
        assertThat(after.repairs())
            .singleElement()
            .extracting(Repair::what)
            .asString()
            .contains("cut off 10 bytes");
        assertThat(left.resolve("one/events.jsonl")).hasSameTextualContentAs(file());
      }
    }
  }

  @Test
  void aJournalThatIsTornCountsAsFarAsItIsWhole() throws IOException {
    try (FolderStore store = FolderStore.open(folder)) {
      store.append(LEDGER, 0, lines(0, 1));
      store.append(LEDGER, 1, lines(1, 2));
      Path left = killed();
      Path journal = left.resolve(folder.relativize(journals().getFirst()));
      byte[] bytes = Files.readAllBytes(journal);
      Files.write(journal, java.util.Arrays.copyOf(bytes, bytes.length - 3));
      Files.writeString(left.resolve("one/events.jsonl"), "");
      try (FolderStore after = FolderStore.open(left)) {
        assertThat(after.lines(LEDGER, 0)).isEqualTo(lines(0, 1));
      }
    }
  }

  @Test
  void theJournalOfARunningWriterIsLeftAlone() throws IOException {
    try (FolderStore writer = FolderStore.open(folder)) {
      writer.append(LEDGER, 0, lines(0, 1));
      try (FolderStore other = FolderStore.open(folder)) {
        assertThat(journals()).hasSize(1);
        other.append(LEDGER, 1, lines(1, 2));
        assertThat(journals()).hasSize(2);
      }
      assertThat(journals()).hasSize(1);
      assertThatThrownBy(() -> writer.append(LEDGER, 1, lines(1, 2)))
          .isInstanceOf(ConflictException.class);
      writer.append(LEDGER, 2, lines(2, 3));
      assertThat(writer.lines(LEDGER, 0)).isEqualTo(lines(0, 3));
    }
  }

  @Test
  void whatWasDeletedIsNotBroughtBackByTheJournal() throws IOException {
    try (FolderStore store = FolderStore.open(folder)) {
      store.append(LEDGER, 0, lines(0, 1));
      store.deleteFolder("one");
      store.put(new Name("one/other.json"), "{}");
      Path left = killed();
      try (FolderStore after = FolderStore.open(left)) {
        assertThat(after.lines(LEDGER, 0)).isEmpty();
        assertThat(after.foldersWith("events")).isEmpty();
        assertThat(after.repairs()).isEmpty();
      }
    }
  }

  @Test
  void aDeletionThatACrashCutShortIsEndedWhenTheStoreIsOpened() throws IOException {
    Files.createDirectories(folder.resolve(".deleted-one/rubrics"));
    Files.writeString(folder.resolve(".deleted-one/rubrics/secret.txt"), "secret");
    try (FolderStore store = FolderStore.open(folder)) {
      assertThat(store.folders("")).isEmpty();
      assertThat(folder.resolve(".deleted-one")).doesNotExist();
    }
  }

  @Test
  void manyThreadsAtManyLedgersLoseNothingAndKeepTheOrder() throws Exception {
    int writers = 40;
    int each = 25;
    try (FolderStore store = FolderStore.open(folder);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> refused = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        // two writers a ledger, so that they get into each other's way
        Name ledger = new Name("s" + w / 2 + "/events");
        refused.add(threads.submit((Callable<Integer>) () -> write(store, ledger, each)));
      }
      for (Future<Integer> writer : refused) {
        writer.get();
      }
      for (int w = 0; w < writers / 2; w++) {
        Name ledger = new Name("s" + w + "/events");
        assertThat(store.lines(ledger, 0)).isEqualTo(lines(0, 2 * each));
      }
    }
  }

  /** Adds so many lines, each behind what is there, and says how often another was first. */
  private static int write(FolderStore store, Name ledger, int count) {
    int refused = 0;
    int added = 0;
    while (added < count) {
      int there = store.lines(ledger, 0).size();
      try {
        store.append(ledger, there, lines(there, there + 1));
        added++;
      } catch (ConflictException e) {
        refused++;
      }
    }
    return refused;
  }

  @Test
  void aFullJournalIsFollowedByTheNextAndDeletedWhenItsLedgersAreDurable() throws Exception {
    String long1 = "{\"text\":\"" + "x".repeat(9_000_000) + "\"}";
    try (FolderStore store = FolderStore.open(folder)) {
      store.append(LEDGER, 0, List.of(long1));
      store.append(LEDGER, 1, List.of(long1));
      store.append(LEDGER, 2, List.of("{}"));
    }
    assertThat(journals()).isEmpty();
    try (FolderStore store = FolderStore.open(folder)) {
      assertThat(store.lines(LEDGER, 0)).containsExactly(long1, long1, "{}");
    }
  }

  @Test
  void whatCannotBeWrittenIsToldWithTheFileAndTheMend() throws IOException {
    Files.writeString(folder.resolve("one"), "in the way");
    try (FolderStore store = FolderStore.open(folder)) {
      assertThatThrownBy(() -> store.append(LEDGER, 0, lines(0, 1)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("events.jsonl")
          .hasMessageContaining("free some space");
      assertThat(store.lines(LEDGER, 0)).isEmpty();
      Files.delete(folder.resolve("one"));
      store.append(LEDGER, 0, lines(0, 1));
      assertThat(store.lines(LEDGER, 0)).hasSize(1);
    }
  }

  @Test
  void aStoreThatIsClosedTakesNothingMore() {
    FolderStore store = FolderStore.open(folder);
    store.append(LEDGER, 0, lines(0, 1));
    store.close();
    store.close();
    assertThatThrownBy(() -> store.append(LEDGER, 1, lines(1, 2)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void aDocumentIsReplacedAsAWholeAndKeptOnceWhenAskedSo() {
    Name name = new Name("stories/a.json");
    try (FolderStore store = FolderStore.open(folder)) {
      store.put(name, "one");
      store.put(name, "two\u0000\r\n電話");
      assertThat(store.document(name)).contains("two\u0000\r\n電話");
      assertThat(store.putIfAbsent(name, "three")).isFalse();
      assertThat(store.document(name)).contains("two\u0000\r\n電話");
      assertThat(store.putIfAbsent(new Name("stories/b.json"), "b")).isTrue();
      assertThat(store.documents("stories")).containsExactly(name, new Name("stories/b.json"));
      store.delete(name);
      store.delete(name);
      assertThat(store.document(name)).isEmpty();
      assertThat(folder.resolve("stories")).isDirectoryNotContaining("glob:**.new");
    }
  }

  @Test
  void filesThatAreNotTheStoresAreLeftAlone() throws IOException {
    Files.createDirectories(folder.resolve("Some Folder"));
    Files.writeString(folder.resolve("Some Folder/events.jsonl"), "{}\n");
    Files.writeString(folder.resolve("README.md"), "read me");
    try (FolderStore store = FolderStore.open(folder)) {
      assertThat(store.foldersWith("events")).isEmpty();
      assertThat(store.folders("")).isEmpty();
      assertThat(store.documents("")).isEmpty();
    }
  }
}
