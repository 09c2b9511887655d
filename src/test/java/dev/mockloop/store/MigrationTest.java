package dev.mockloop.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
  @TempDir private Path folder;

  private static List<String> numbered(int lines) {
    return java.util.stream.IntStream.range(0, lines).mapToObj("{\"n\":%d}"::formatted).toList();
  }

  @Test
  void aLongLedgerIsCopiedInPartsAndWhole() {
    try (Store from = FolderStore.open(folder.resolve("from"));
        Store to = FolderStore.open(folder.resolve("to"))) {
      from.append(new Name("ratings/ratings"), 0, numbered(2_500));

      Migration migration = new Migration(from, to);

      assertThat(migration.copy(name -> {})).isEqualTo(new Migration.Count(1, 2_500, 0));
      assertThat(to.lines(new Name("ratings/ratings"), 0)).isEqualTo(numbered(2_500));
      assertThat(migration.differences()).isEmpty();
    }
  }

  @Test
  void whatDiffersIsNamed() {
    try (Store from = FolderStore.open(folder.resolve("from"));
        Store to = FolderStore.open(folder.resolve("to"))) {
      from.append(new Name("s1/events"), 0, numbered(2));
      from.append(new Name("s2/events"), 0, numbered(2));
      from.put(new Name("s1/card.json"), "{}");
      from.put(new Name("s1/deep/same.json"), "same");
      Migration migration = new Migration(from, to);
      migration.copy(name -> {});

      from.append(new Name("s1/events"), 2, numbered(1));
      to.put(new Name("s1/card.json"), "{ }");
      to.append(new Name("s3/events"), 0, numbered(1));
      from.deleteFolder("s2");

      assertThat(migration.differences())
          .extracting(Name::value)
          .containsExactly("s1/events", "s1/card.json", "s2/events", "s3/events");
    }
  }
}
