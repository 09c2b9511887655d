package dev.mockloop.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.Fixtures;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Idea;
import dev.mockloop.rubric.PhraseText;
import dev.mockloop.rubric.Rubric;
import dev.mockloop.rubric.Synonyms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The phrase page of the manual, line by line. */
class PhraseMatchingTest {
  private static final Synonyms SYNONYMS =
      new Synonyms(
          List.of(List.of("dead letter queue", "dlq"), List.of("on call", "oncall", "pager duty")));

  @ParameterizedTest(name = "[{0}] in \"{1}\" finds [{2}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "token bucket              | Token-buckets refill.                    | Token-buckets",
        "token bucket              | a bucket of tokens                       | ",
        "retry                     | It retries, then retried.                | retries; retried",
        "retry                     | She tries.                               | ",
        "tell                      | I told him.                              | told",
        "told                      | He tells me.                             | tells",
        "joins                     | It stays in storage.                    | ",
        "slo                       | It takes 5 s.                           | ",
        "join                      | It stays in storage, and she joined us. | joined",
        "=Go                       | We use go here.                          | go",
        "=Go                       | It went and goes.                        | ",
        "idempot*                  | Make it idempotent.                      | idempotent",
        "`(client|user|tenant) id` | the user ID or tenant IDs, no order id   | user ID; tenant IDs",
        "fail (wide)? open         | We fail open; they fail wide open.       | fail open; fail wide open",
        "retry ~4 backoff          | backoff with jitter on each retry        | backoff with jitter on each retry",
        "retry ~4 backoff          | backoff is one thing that we do use on every single retry | ",
        "moved >6 replica          | We moved reads to a replica.             | moved reads to a replica",
        "moved >6 replica          | A replica was moved.                     | ",
        "limit & key               | A key has, for all of the callers that we know and love, a limit. | key has, for all of the callers that we know and love, a limit",
        "limit & key               | A limit is good. The key is not.         | ",
        "<n> ms                    | 50ms, 1,200 ms and a few ms              | 50ms; 1,200 ms",
        "cafe                      | Café                                     | Café",
        "read heavy                | It is read-heavy.                        | read-heavy",
        "ci cd                     | Our CI/CD runs.                          | CI/CD",
        "do not know               | I don't know.                            | don't know",
        "the rate of the limit     | rate of limit                            | rate of limit",
        "99.9 %                    | 99.9% of calls                           | 99.9%",
        "dlq ~5 alert              | We alert on the dead letter queue.       | alert on the dead letter queue",
        "dead letter queues        | the DLQ                                  | DLQ",
        "=dlq                      | the dead letter queue                    | ",
        "be on call                | I was oncall.                            | was oncall",
      })
  void findsWhatTheManualSays(String phrase, String answer, String found) {
    assertThat(String.join("; ", find(phrase, answer))).isEqualTo(found == null ? "" : found);
  }

  @Test
  void aPhraseNeverReachesOverASentenceOrAListItem() {
    assertThat(find("retry ~9 backoff", "We retry. Backoff is next.")).isEmpty();
    assertThat(find("retry ~9 backoff", "- we retry\n- backoff is next")).isEmpty();
  }

  @Test
  void offsetsAreThoseOfTheTextAsTyped() {
    String answer = "🚀 first,\r\n* we use a Töken  buckèt\r\n";
    assertThat(find("token bucket", answer)).containsExactly("Töken  buckèt");
  }

  @Test
  void evidenceOfOneIdeaDoesNotOverlap() {
    Findings findings =
        match(List.of("user ~3 limit", "limit"), "the limit per user limit and limit");
    List<Evidence> evidence = findings.evidence();
    for (int i = 1; i < evidence.size(); i++) {
      assertThat(evidence.get(i).span().start())
          .isGreaterThanOrEqualTo(evidence.get(i - 1).span().end());
    }
    assertThat(evidence).hasSize(3);
  }

  private static List<String> find(String phrase, String answer) {
    return match(List.of(phrase), answer).evidence().stream()
        .map(e -> e.span().of(answer))
        .toList();
  }

  private static Findings match(List<String> phrases, String answer) {
    Idea idea =
        new Idea("i", "i", 1, phrases.stream().map(PhraseText::new).toList(), List.of(), List.of());
    Criterion criterion =
        new Criterion("c", "c", 1, Map.of(), new TreeMap<>(), Optional.empty(), 1, List.of(idea));
    Rubric rubric = new Rubric("v", List.of(criterion), List.of());
    return RubricMatcher.compile(rubric, SYNONYMS, Fixtures.READER)
        .match(Fixtures.READER.read(answer));
  }
}
