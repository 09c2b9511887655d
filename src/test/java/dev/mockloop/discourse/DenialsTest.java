package dev.mockloop.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.Fixtures;
import dev.mockloop.text.Prose;
import dev.mockloop.text.Span;
import dev.mockloop.text.Worded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenialsTest {
  private static boolean denied(String text, String said) {
    Prose prose = Fixtures.READER.read(text);
    int at = text.indexOf(said);
    Span span = new Span(at, at + said.length());
    return Worded.of(prose).stream()
        .map(w -> Remark.of(w, text))
        .anyMatch(r -> r.span().contains(span) && r.denies(span));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          There is no need for idempotency keys here.                    | idempotency
          Failure modes are not worth worrying about.                    | Failure modes
          I would not bother with retries.                               | retries
          We don't need a schema registry.                               | schema registry
          Monitoring is a waste of time.                                 | Monitoring
          Sharding and replication are overkill for us.                  | replication
          I'd ignore the complaints of the engineers.                    | complaints
          Psychological safety is overrated.                             | safety
          Ordering doesn't matter here.                                  | Ordering
          Backups aren't needed since the data is sharded.               | Backups
          I didn't ask him about his reasons.                            | reasons
          We never measured the lead time.                               | lead time
          He had no experience with databases.                           | databases
          Chaos tests are for paranoid people.                           | Chaos tests
          """)
  void whatIsDeniedOrWavedAwayIsDenied(String text, String said) {
    assertThat(denied(text, said)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          We cannot lose a message.                                      | message
          It runs without a single point of failure.                     | single point of failure
          No duplicate is ever shown to the customer.                    | duplicate
          A retry must not charge the card twice.                        | charge
          Not only the cache but also the queue is bounded.              | queue
          A fixed window is overkill, but a token bucket fits.           | token bucket
          I didn't fix it for him, because he had to find the cause.     | find the cause
          The service no longer depends on the shared schema.            | shared schema
          We keep a counter per key.                                     | counter
          Backups are tested every month, no matter what.                | tested
          A replica would help, not a bigger disk.                       | replica
          Ordering does matter to them, no doubt.                        | Ordering
          """)
  void aRuleAHarmKeptAwayOrAnotherClauseIsNotDenied(String text, String said) {
    assertThat(denied(text, said)).isFalse();
  }
}
