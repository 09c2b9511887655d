package dev.mockloop.rubric.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts that were parsed and checked when Mockloop was built, as JSON, so that a start need not do
 * it again: reading JSON takes a tenth of the time of YAML with its checks. A text is known by its
 * kind and the SHA-256 of every byte, so an edit of any sort has it read and checked as ever.
 *
 * <p>The build writes them with {@link #main}; where they are missing, all is read as ever.
 */
public final class SoundTexts {
  private static final String FILE = "sound-texts.txt";

  /** Those of the rubrics that ship; none when they were not prepared. */
  static final SoundTexts SHIPPED = shipped();

  private final Map<String, String> trees = new HashMap<>();

  private SoundTexts() {}

  /** Those in lines as {@link #lines} makes them. */
  static SoundTexts of(Iterable<String> lines) {
    SoundTexts texts = new SoundTexts();
    lines.forEach(texts::add);
    return texts;
  }

  private void add(String line) {
    int space = line.indexOf(' ');
    trees.put(line.substring(0, space), line.substring(space + 1));
  }

  /** The tree of a text that is known to be sound as a file of this kind. */
  Optional<JsonNode> tree(Shape shape, String text) {
    return trees.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(trees.get(key(shape, text))).map(JsonMapper.shared()::readTree);
  }

  /** The tree of one of the questions; empty when there is none. */
  Optional<JsonNode> anyQuestion() {
    return trees.values().stream()
        .filter(t -> t.contains("\"criteria\":"))
        .findFirst()
        .map(JsonMapper.shared()::readTree);
  }

  /**
   * Writes the sound texts of a rubric folder.
   *
   * @param args the folder, and the file to write
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines(Path.of(args[0])));
  }

  /** A line for each sound file of a folder: its key, a space, its tree. */
  static List<String> lines(Path folder) {
    return RubricFolder.yamlFiles(folder).stream()
        .flatMap(file -> line(file, folder).stream())
        .toList();
  }

  private static Optional<String> line(Path file, Path folder) {
    try {
      Shape shape = Shape.of(file);
      String text = Files.readString(folder.resolve(file));
      YamlDocument document = YamlDocument.parse(file, text);
      return document.problems().isEmpty() && shape.check(document).isEmpty()
          ? Optional.of(
              key(shape, text) + " " + JsonMapper.shared().writeValueAsString(document.root()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the rubric file " + file + " cannot be read", e);
    }
  }

  private static SoundTexts shipped() {
    try (InputStream in = SoundTexts.class.getResourceAsStream(FILE)) {
      return in == null
          ? new SoundTexts()
          : of(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()::iterator);
    } catch (IOException e) {
      throw new UncheckedIOException(
          FILE + " on the class path cannot be read; build Mockloop again", e);
    }
  }

  private static String key(Shape shape, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(shape.name().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
