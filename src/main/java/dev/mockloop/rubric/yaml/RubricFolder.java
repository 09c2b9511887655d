package dev.mockloop.rubric.yaml;

import dev.mockloop.rubric.Briefing;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Kind;
import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.Synonyms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of rubrics: {@code loops/*.yaml}, {@code synonyms.yaml}, {@code kinds.yaml}, and a
 * question in every other YAML file at any depth.
 */
public final class RubricFolder {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private final Path folder;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<QuestionId, Question> questions = new TreeMap<>();
  private final Map<QuestionId, QuestionSource> sources = new HashMap<>();
  private final Set<String> broken = new HashSet<>();
  private final Map<String, Loop> loops = new LinkedHashMap<>();

  private RubricFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads a folder. Mistakes in files are in the reading's problems.
   *
   * @throws UncheckedIOException when the folder itself is missing or cannot be listed
   */
  public static Reading read(Path folder) {
    return new RubricFolder(folder).read();
  }

  /**
   * Reads one question from its text, as kept with a transcript, with the synonyms kept beside it.
   */
  public static Question question(String text, String synonymsText) {
    YamlDocument document = YamlDocument.read(Shape.QUESTION, Path.of("question.yaml"), text);
    Synonyms synonyms = synonyms(synonymsText);
    return MAPPER
        .treeToValue(document.root(), QuestionFile.class)
        .toQuestion(RubricVersion.of(text, synonyms));
  }

  /** Reads synonyms from their text; none when it is blank. */
  public static Synonyms synonyms(String text) {
    return text.isBlank()
        ? Synonyms.NONE
        : bindSynonyms(YamlDocument.read(Shape.SYNONYMS, Path.of("synonyms.yaml"), text));
  }

  private Reading read() {
    Synonyms synonyms = Synonyms.NONE;
    Map<Kind, Briefing> briefings = Map.of();
    List<Path> loopFiles = new ArrayList<>();
    List<Path> questionFiles = new ArrayList<>();
    for (Path file : yamlFiles(folder)) {
      switch (Shape.of(file)) {
        case SYNONYMS -> synonyms = readSynonyms(file);
        case KINDS -> briefings = readBriefings(file);
        case LOOP -> loopFiles.add(file);
        case QUESTION -> questionFiles.add(file);
      }
    }
    for (Path file : questionFiles) {
      readQuestion(file, synonyms);
    }
    loopFiles.forEach(this::readLoop);
    return new Reading(
        new Catalogue(questions.values(), loops.values(), synonyms, briefings),
        problems.stream().sorted().distinct().toList(),
        sources);
  }

  /** The files of a folder as seen from it, in order. */
  static List<Path> yamlFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".yml"))
          .map(folder::relativize)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the rubric folder " + folder + " cannot be read; name another with --rubrics", e);
    }
  }

  private void readQuestion(Path file, Synonyms synonyms) {
    QuestionText read = QuestionText.read(file, text(file), synonyms);
    if (!keep(read.problems())) {
      broken.add(read.source().writtenId());
      return;
    }
    Question question = read.question().orElseThrow();
    QuestionSource first = sources.get(question.id());
    if (first != null) {
      problems.add(
          read.source()
              .problemAt(
                  "/id",
                  "the id '"
                      + question.id()
                      + "' is taken by "
                      + first.file()
                      + "; give this question its own"));
      return;
    }
    questions.put(question.id(), question);
    sources.put(question.id(), read.source());
  }

  /**
   * A reading with one more loop, that lies elsewhere; when it is not sound, with its problems.
   *
   * @param file what problems name as its file
   */
  public static Reading with(Reading reading, Path file, String text) {
    RubricFolder over = new RubricFolder(Path.of(""));
    reading.catalogue().questions().forEach(q -> over.questions.put(q.id(), q));
    reading.catalogue().loops().forEach(l -> over.loops.put(l.id(), l));
    over.readLoop(file, text);
    Reading result = reading;
    for (Problem problem : over.problems) {
      result = result.with(problem);
    }
    for (Loop loop : over.loops.values()) {
      if (reading.catalogue().loop(loop.id()).isEmpty()) {
        result = result.with(loop);
      }
    }
    return result;
  }

  private void readLoop(Path file) {
    readLoop(file, text(file));
  }

  private void readLoop(Path file, String text) {
    YamlDocument document = YamlDocument.read(Shape.LOOP, file, text);
    if (!sound(document, Shape.LOOP)
        || !keep(LoopCheck.names(document, questions.keySet(), broken))) {
      return;
    }
    Loop loop = MAPPER.treeToValue(document.root(), LoopFile.class).toLoop(questions);
    if (!keep(LoopCheck.times(document, loop, questions))) {
      return;
    }
    if (loops.putIfAbsent(loop.id(), loop) != null) {
      problems.add(
          document.problemAt(
              "/id",
              "another file has a loop with the id '" + loop.id() + "'; give this one its own"));
    }
  }

  private Synonyms readSynonyms(Path file) {
    YamlDocument document = YamlDocument.read(Shape.SYNONYMS, file, text(file));
    if (!sound(document, Shape.SYNONYMS)) {
      return Synonyms.NONE;
    }
    return bindSynonyms(document);
  }

  private Map<Kind, Briefing> readBriefings(Path file) {
    YamlDocument document = YamlDocument.read(Shape.KINDS, file, text(file));
    return sound(document, Shape.KINDS)
        ? MAPPER.treeToValue(document.root(), KindsFile.class).toBriefings()
        : Map.of();
  }

  private static Synonyms bindSynonyms(YamlDocument document) {
    return MAPPER.treeToValue(document.root(), SynonymsFile.class).toSynonyms();
  }

  private boolean sound(YamlDocument document, Shape shape) {
    return document.sound() || (keep(document.problems()) && keep(shape.check(document)));
  }

  /** Notes the problems; whether there were none. */
  private boolean keep(List<Problem> found) {
    problems.addAll(found);
    return found.isEmpty();
  }

  private String text(Path file) {
    Path path = folder.resolve(file);
    try {
      byte[] bytes = Files.readAllBytes(path);
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      problems.add(new Problem(file, 1, 1, "the file is not UTF-8 text; save it as UTF-8"));
      return "";
    } catch (IOException e) {
      problems.add(new Problem(file, 1, 1, "the file cannot be read: " + e.getMessage()));
      return "";
    }
  }
}
