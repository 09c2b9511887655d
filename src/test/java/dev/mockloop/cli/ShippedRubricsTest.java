package dev.mockloop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.rubric.yaml.Reading;
import dev.mockloop.rubric.yaml.RubricFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedRubricsTest {
  @TempDir private Path folder;

  @Test
  void aJarAloneBringsEveryRubric() {
    ShippedRubrics.unpack(folder.resolve("rubrics"));
    Reading unpacked = RubricFolder.read(folder.resolve("rubrics"));
    Reading own = RubricFolder.read(Path.of("rubrics"));
    assertThat(unpacked.problems()).isEmpty();
    assertThat(unpacked.catalogue().questions()).isEqualTo(own.catalogue().questions());
    assertThat(unpacked.catalogue().loops()).isEqualTo(own.catalogue().loops());
    assertThat(folder)
        .isDirectoryContaining(f -> f.endsWith("rubrics"))
        .isDirectoryNotContaining("glob:**.rubrics*");
  }

  @Test
  void whereNothingCanBeWrittenItSaysSo() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> ShippedRubrics.unpack(file.resolve("rubrics")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("name one with --rubrics");
  }
}
