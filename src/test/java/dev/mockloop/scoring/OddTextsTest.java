package dev.mockloop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.Fixtures;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.RubricFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that no candidate types, but somebody will send. */
class OddTextsTest {
  private static final Catalogue CATALOGUE = RubricFolder.read(Path.of("rubrics")).catalogue();

  /** Far beyond what any of them takes; it tells "slow" from "never". */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  static Stream<Arguments> texts() {
    String sentence =
        "First we keep a counter per key because a burst of 500 calls must not fail. ";
    return Stream.of(
        Arguments.of("100,000 words of sentences", sentence.repeat(6_700)),
        Arguments.of(
            "100,000 words in one sentence", "count the calls per key and ".repeat(17_000)),
        Arguments.of("100,000 different words", words(100_000)),
        Arguments.of("100,000 short lines", "a b\n".repeat(50_000)),
        Arguments.of("one token of 50,000 letters", "x".repeat(50_000)),
        Arguments.of("letters and digits without a space", "ab1".repeat(30_000)),
        Arguments.of("200,000 letters of three bytes without a space", "結".repeat(200_000)),
        Arguments.of("50,000 markers of a quotation", "> ".repeat(50_000)),
        Arguments.of("only emoji", "👩‍💻🚀🎯".repeat(5_000)),
        Arguments.of("half a surrogate pair", "a \ud83d b \ude80 c"),
        Arguments.of("mixed scripts", "Счётчик per ключ と制限 μέτρηση العداد ".repeat(2_000)),
        Arguments.of("right to left", "العداد لكل مفتاح، والحد الأقصى مئة. ".repeat(2_000)),
        Arguments.of("marks of punctuation", "?!.,;:()-—".repeat(5_000)),
        Arguments.of("combining marks", "e\u0301\u0302\u0303".repeat(10_000)),
        Arguments.of("control characters", "a\u0000b\u0007c\u200bd\ufeffe\u202ef ".repeat(3_000)),
        Arguments.of("line ends of all kinds", "a.\r\nb.\rc.\u2028d.\u0085e.\n".repeat(3_000)));
  }

  private static String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("w").append(Integer.toString(i, 36)).append(i % 20 == 19 ? ". " : " ");
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void anyTextIsScoredInBoundedTime(String name, String text) {
    for (String id : new String[] {"design/rate-limiter", "behavioral/mentoring"}) {
      Question question = CATALOGUE.question(new QuestionId(id)).orElseThrow();
      AnswerCard card =
          Assertions.assertTimeoutPreemptively(
              PATIENCE, () -> Fixtures.SCORER.score(question, CATALOGUE.bank(), text, Level.STAFF));
      assertThat(card.overall()).isBetween(1.0, 5.0);
      assertThat(card.sentences())
          .allSatisfy(s -> assertThat(s.span().end()).isLessThanOrEqualTo(text.length()));
    }
  }
}
