package dev.mockloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecurityTableTest {
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

  @Test
  void everyTestThatTheTableNamesIsThere() throws IOException {
    List<String> missing =
        NAMED
            .matcher(Files.readString(Path.of("SECURITY.md")))
            .results()
            .filter(r -> !isThere(r.group(1), r.group(2)))
            .map(r -> r.group())
            .toList();
    assertThat(missing).as("tests that SECURITY.md names and that are not there").isEmpty();
  }

  @Test
  void everyRowNamesATest() throws IOException {
    String text = Files.readString(Path.of("SECURITY.md"));
    List<String> rows =
        text.substring(text.indexOf("| requirement |"), text.indexOf("## Known"))
            .lines()
            .filter(l -> l.startsWith("|"))
            .skip(2)
            .toList();
    assertThat(rows).hasSizeGreaterThan(25).allMatch(row -> NAMED.matcher(row).find());
  }

  private static boolean isThere(String type, String method) {
    Pattern declared = Pattern.compile("\\bvoid " + method + "\\(");
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(f -> f.getFileName().toString().equals(type + ".java"))
          .anyMatch(f -> declared.matcher(text(f)).find());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
