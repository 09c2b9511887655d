package dev.mockloop.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.Fixtures;
import dev.mockloop.agreement.BadRatings;
import dev.mockloop.agreement.RatingsCsv;
import dev.mockloop.check.RubricCheck;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.SessionId;
import dev.mockloop.live.Tailor;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.PhraseParser;
import dev.mockloop.rubric.PhraseSyntaxException;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.Problem;
import dev.mockloop.rubric.yaml.QuestionText;
import dev.mockloop.rubric.yaml.Reading;
import dev.mockloop.rubric.yaml.RubricFolder;
import dev.mockloop.search.Passage;
import dev.mockloop.search.TranscriptIndex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every parser of what people write: it takes a text or says what is wrong, and never fails. */
class ParserFuzzTest {
  private static final Path RUBRICS = Path.of("rubrics");
  private static final Catalogue CATALOGUE = RubricFolder.read(RUBRICS).catalogue();
  private static final Pattern ITEM = Pattern.compile("(?m)^ *- (.+)$");

  @TempDir Path folder;

  private static List<String> files(String... folders) throws IOException {
    try (Stream<Path> all =
        Stream.of(folders).map(RUBRICS::resolve).flatMap(ParserFuzzTest::walk)) {
      return all.filter(f -> f.toString().endsWith(".yaml")).map(ParserFuzzTest::text).toList();
    }
  }

  private static Stream<Path> walk(Path folder) {
    try {
      return Files.walk(folder);
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

  @Test
  void rubrics() throws Exception {
    RubricCheck check = new RubricCheck(Fixtures.READER);
    Fuzz.feed(
        "rubrics",
        300,
        files("design", "behavioral", "executive"),
        mutant -> {
          QuestionText read =
              QuestionText.read(Path.of("mutant.yaml"), mutant, CATALOGUE.synonyms());
          assertThat(read.question().isPresent()).isEqualTo(read.problems().isEmpty());
          assertThat(read.problems()).allSatisfy(ParserFuzzTest::isClear);
          check.check(read, CATALOGUE.synonyms()).forEach(ParserFuzzTest::isClear);
        });
  }

  private static void isClear(Problem problem) {
    assertThat(problem.line()).isPositive();
    assertThat(problem.column()).isPositive();
    assertThat(problem.message()).isNotBlank();
  }

  @Test
  void loopsKindsAndSynonyms() throws Exception {
    Path loops = Files.createDirectories(folder.resolve("loops"));
    for (String name : List.of("loops/mutant.yaml", "synonyms.yaml", "kinds.yaml")) {
      List<String> good =
          name.startsWith("loops") ? files("loops") : List.of(text(RUBRICS.resolve(name)));
      Fuzz.feed(
          name,
          100,
          good,
          mutant -> {
            Files.write(folder.resolve(name), mutant.getBytes(StandardCharsets.UTF_8));
            Reading reading = RubricFolder.read(folder);
            assertThat(reading.problems()).allSatisfy(ParserFuzzTest::isClear);
          });
      Files.delete(folder.resolve(name));
    }
    assertThat(loops).isEmptyDirectory();
  }

  @Test
  void phrases() throws Exception {
    List<String> good =
        files("design", "behavioral", "executive").stream()
            .flatMap(f -> ITEM.matcher(f).results().map(r -> r.group(1)))
            .toList();
    assertThat(good).hasSizeGreaterThan(500);
    Fuzz.feed(
        "phrases",
        5_000,
        good,
        mutant -> {
          try {
            assertThat(PhraseParser.parse(mutant)).isNotNull();
          } catch (PhraseSyntaxException e) {
            assertThat(e.getMessage()).isNotBlank();
          }
        });
  }

  @Test
  void tablesOfRatings() throws Exception {
    List<String> good =
        List.of(
            "item,Ines,Tom,machine\na,3,4,3.5\nb,1,,2\n\"c,\"\"d\"\"\",5,5,4\n",
            "item,question,rater,criterion,level,note\n1,q/a,Ines,overall,3,\"a\nb\"\n2,q/b,Tom,overall,4,\n",
            "item;Ines;Tom\r\na;3;4\r\nb;2;2\r\n");
    Fuzz.feed(
        "tables",
        3_000,
        good,
        mutant -> {
          try {
            RatingsCsv.read(new ByteArrayInputStream(mutant.getBytes(StandardCharsets.UTF_8)));
          } catch (BadRatings e) {
            assertThat(e.getMessage()).isNotBlank();
          }
        });
  }

  @Test
  void searches() {
    TranscriptIndex index = new TranscriptIndex();
    index.put(
        new SessionId("abc"),
        List.of(new Passage(new SessionId("abc"), new Place(0, 0, false), "Rate limiter", "keys")));
    Fuzz.feed(
        "searches",
        3_000,
        List.of("rate limiter", "\"one key\" -burst", "quot* (a | b) +c", "keys~2 \"a b\"~3"),
        mutant -> assertThat(index.search(mutant, 10)).hasSizeLessThanOrEqualTo(10));
  }

  @Test
  void resumesAndJobDescriptions() {
    Tailor tailor = new Tailor(() -> CATALOGUE);
    Fuzz.feed(
        "resumes",
        300,
        List.of(
            "Led the payments platform: Kafka, PostgreSQL, 3 teams.\n- cut p99 from 900 ms to 80 ms",
            "We look for a staff engineer who owns availability, mentors, and sets direction."),
        mutant -> assertThat(tailor.suggest(mutant)).isNotNull());
  }

  @Test
  void answers() {
    Question question = CATALOGUE.question(new QuestionId("behavioral/mentoring")).orElseThrow();
    Fuzz.feed(
        "answers",
        150,
        List.of(
            "In spring 2023 I led the billing team and Ana joined us. I paired with her twice a week. As a result she shipped in May.",
            "## Plan\n- measure **first**, because we do not know\n1. cut\n> quote\n```\ncode\n```\n"),
        mutant -> {
          var card = Fixtures.SCORER.score(question, CATALOGUE.bank(), mutant, Level.STAFF);
          assertThat(card.overall()).isBetween(1.0, 5.0);
          assertThat(card.sentences())
              .allSatisfy(s -> assertThat(s.span().end()).isLessThanOrEqualTo(mutant.length()));
        });
  }
}
