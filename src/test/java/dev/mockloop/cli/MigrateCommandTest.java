package dev.mockloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.live.CopiedSamples;
import dev.mockloop.store.FolderStore;
import dev.mockloop.store.Name;
import dev.mockloop.store.postgres.PostgresStore;
import dev.mockloop.store.postgres.RealPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateCommandTest {
  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  private static Ran migrate(String... args) {
    return run(Stream.concat(Stream.of("migrate"), Stream.of(args)).toArray(String[]::new));
  }

  private static Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Mockloop.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new Ran(code, out.toString(), err.toString());
  }

  /** Every file that is the store's, with its bytes as text. */
  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith(".") && !name.endsWith(".md")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }

  @Test
  void aFolderGoesIntoADatabaseAndBackAndIsEqualByteForByte() throws Exception {
    Path start = Files.createDirectory(folder.resolve("start"));
    CopiedSamples.into(start);
    try (FolderStore store = FolderStore.open(start)) {
      store.put(new Name("odd/text.txt"), "\0 odd \uD83D\uDE00\r\n");
      store.append(new Name("odd/ledger"), 0, List.of("{\"n\":1}", "{\"n\":2}"));
    }
    String database = RealPostgres.shared().newDatabase();
    Path back = folder.resolve("back");

    Ran into = migrate(start.toString(), database, "--quiet");
    Ran out = migrate(database, back.toString());

    assertThat(into.err()).isEmpty();
    assertThat(into.code()).isZero();
    assertThat(into.out())
        .matches(
            "copied \\d+ ledgers with \\d+ lines and \\d+ documents;"
                + " both are equal, each by its SHA-256\\R");
    assertThat(out.code()).isZero();
    assertThat(out.out()).endsWith(into.out()).contains("odd/text.txt");
    Ran verified = run("verify-store", "--store", database);
    assertThat(verified.out()).endsWith("all is well" + System.lineSeparator());
    assertThat(verified.code()).isZero();
    assertThat(files(start)).hasSizeGreaterThan(10);
    assertThat(files(back)).isEqualTo(files(start));
  }

  @Test
  void aTargetThatIsNotEmptyIsRefusedAndStaysAsItWas() throws Exception {
    Path start = Files.createDirectory(folder.resolve("start"));
    try (FolderStore store = FolderStore.open(start)) {
      store.append(new Name("s1/events"), 0, List.of("{}"));
    }
    String database = RealPostgres.shared().newDatabase();
    try (PostgresStore store = PostgresStore.open(database)) {
      store.put(new Name("deep/in/here.json"), "mine");

      Ran ran = migrate(start.toString(), database);

      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err())
          .isEqualToIgnoringNewLines(
              "mockloop: the target is not empty, it has deep/in/here.json; name an empty one");
      assertThat(store.folders("")).containsExactly("deep");
      assertThat(store.document(new Name("deep/in/here.json"))).contains("mine");
    }
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    Ran ran = migrate(folder.resolve("none").toString(), folder.resolve("to").toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("there is no folder ").contains("name the transcript folder");
    assertThat(folder.resolve("to")).doesNotExist();
  }
}
