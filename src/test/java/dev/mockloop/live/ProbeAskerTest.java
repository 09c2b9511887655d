package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.Fixtures;
import dev.mockloop.interview.Interviewer;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeAskerTest {
  private static final Content CONTENT = Content.read(Path.of("rubrics"));
  private static final QuestionId LIMITER = new QuestionId("design/rate-limiter");

  private static Interviewer asker(QuestionId... ids) {
    Map<QuestionId, Question> questions =
        List.of(ids).stream()
            .collect(
                Collectors.toMap(id -> id, id -> CONTENT.catalogue().question(id).orElseThrow()));
    return new ProbeAsker(
        Fixtures.SCORER, new Kept(questions, CONTENT.catalogue().bank()), Level.STAFF);
  }

  static List<Question> questions() {
    return CONTENT.catalogue().questions();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void whatIsQuotedStandsInTheAnswerAndTheProbeIsOneOfTheRubric(Question question) {
    String answer = question.guidance().weak().orElseThrow();

    Interviewer.Probe probe = asker(question.id()).probe(question.id(), answer).orElseThrow();

    String asked = question.rubric().criterion(probe.criterion()).probe().orElseThrow();
    assertThat(probe.text()).endsWith(asked);
    String quote = probe.text().substring(0, probe.text().length() - asked.length());
    if (!quote.isEmpty()) {
      String words = quote.replaceFirst("^You wrote: \"", "").replaceFirst("( …)?\" $", "");
      assertThat(answer.replaceAll("\\s+", " ")).contains(words);
      assertThat(words.length()).isBetween(12, 100);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- We keep a counter in Redis for each client and refuse with 429 when it is over the limit.",
        "We keep a counter for each client and refuse the request when it is over the limit that was bought, with a long tail of words that go on and on behind it."
      })
  void aQuoteIsOneLineWithoutTheMarkOfAListAndNotTooLong(String answer) {
    String text = asker(LIMITER).probe(LIMITER, answer).orElseThrow().text();

    assertThat(text).startsWith("You wrote: \"We keep a counter").doesNotContain("\n");
    assertThat(text.indexOf("\" ")).isLessThan(120);
  }

  @Test
  void wordsThatComeNearNothingAreNotQuoted() {
    assertThat(asker(LIMITER).probe(LIMITER, "No idea.").orElseThrow().text())
        .doesNotContain("You wrote");
  }
}
