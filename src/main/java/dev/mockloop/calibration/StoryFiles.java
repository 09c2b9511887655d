package dev.mockloop.calibration;

import dev.mockloop.story.Role;
import dev.mockloop.story.opennlp.LabelledStory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads labelled stories.
 *
 * <p>Two forms: text, where a line {@code # story ...} begins a story and each sentence stands on a
 * line behind the letter of its role ({@code S T A R}, {@code L} for reflection, {@code O} for
 * other); and JSON lines with {@code id} and {@code sentences} of {@code text} and {@code role}.
 */
public final class StoryFiles {
  private static final Map<Character, Role> LETTERS =
      Map.of(
          'S', Role.SITUATION,
          'T', Role.TASK,
          'A', Role.ACTION,
          'R', Role.RESULT,
          'L', Role.REFLECTION,
          'O', Role.OTHER);

  private StoryFiles() {}

  /** All stories of the text files of a folder, by file name. */
  public static List<LabelledStory> folder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<LabelledStory> stories = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        stories.addAll(text(file));
      }
      return stories;
    } catch (IOException e) {
      throw new BadTable(folder + " cannot be read; it should hold stories as .txt files");
    }
  }

  private static List<LabelledStory> text(Path file) throws IOException {
    List<LabelledStory> stories = new ArrayList<>();
    String id = "";
    List<String> sentences = new ArrayList<>();
    List<Role> roles = new ArrayList<>();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add("");
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean head = line.startsWith("#");
      if ((head || line.isBlank()) && !sentences.isEmpty()) {
        stories.add(new LabelledStory(id, sentences, roles));
        sentences = new ArrayList<>();
        roles = new ArrayList<>();
      }
      if (head) {
        id = line.substring(1).strip();
      } else if (!line.isBlank()) {
        if (line.length() < 3 || line.charAt(1) != ' ' || !LETTERS.containsKey(line.charAt(0))) {
          throw new BadTable(
              file + ":" + (i + 1) + ": a sentence begins with S, T, A, R, L or O and a space");
        }
        roles.add(LETTERS.getOrDefault(line.charAt(0), Role.OTHER));
        sentences.add(line.substring(2).strip());
      }
    }
    return stories;
  }

  /** The stories of a file of JSON lines; where two people labelled one, the first is taken. */
  public static List<LabelledStory> lines(Path file) {
    List<LabelledStory> stories = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        JsonNode node = JsonMapper.shared().readTree(line);
        String id = node.path("id").stringValue();
        if (stories.stream().noneMatch(s -> s.id().equals(id))) {
          List<String> sentences = new ArrayList<>();
          List<Role> roles = new ArrayList<>();
          for (JsonNode sentence : node.path("sentences")) {
            sentences.add(sentence.path("text").stringValue());
            roles.add(Role.valueOf(sentence.path("role").stringValue().toUpperCase(Locale.ROOT)));
          }
          stories.add(new LabelledStory(id, sentences, roles));
        }
      }
      return stories;
    } catch (IOException e) {
      throw new BadTable(file + " cannot be read");
    }
  }
}
