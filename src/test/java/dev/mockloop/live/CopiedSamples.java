package dev.mockloop.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The samples as they ship, in a folder of a test. */
public final class CopiedSamples {
  private CopiedSamples() {}

  /** Copies what is committed and nothing that was made from it. */
  public static void into(Path target) throws IOException {
    try (Stream<Path> samples = Files.walk(Path.of("transcripts"))) {
      for (Path file :
          samples
              .filter(f -> f.toString().contains("sample-") && Files.isRegularFile(f))
              .filter(f -> f.toString().endsWith(".jsonl") || f.toString().endsWith(".yaml"))
              .toList()) {
        Path copy = target.resolve(Path.of("transcripts").relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
