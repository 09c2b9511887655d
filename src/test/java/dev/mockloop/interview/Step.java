package dev.mockloop.interview;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** One thing that may happen to a session at any time, by people, the network or the clock. */
public sealed interface Step {
  /** A client changes its text, and sends it as a draft. */
  record Types(int client, String text) implements Step {}

  /** A client sends its text as the answer. */
  record HandsIn(int client) implements Step {}

  /** A client sends a command without a text. */
  record Asks(int client, Ask what) implements Step {}

  /** A client loads its page anew. */
  record Looks(int client) implements Step {}

  /**
   * One of the messages under way arrives.
   *
   * @param again whether it stays under way, to arrive once more later
   * @param replyLost whether the client never hears what became of it
   */
  record Delivers(int message, boolean again, boolean replyLost) implements Step {}

  /** Time goes by, for people and for the server's clock. */
  record Passes(Duration time) implements Step {}

  /** The server's clock is set; no time goes by. */
  record Jumps(Duration by) implements Step {}

  /** The server is killed and started again. */
  record Restarts() implements Step {}

  /** Commands without a text. */
  enum Ask {
    START,
    NEXT,
    PAUSE,
    RESUME,
    RENAME
  }

  /**
   * All kinds of steps, by a number of clients.
   *
   * @param pause the longest time that goes by at once
   */
  static Arbitrary<Step> any(int clients, Duration pause) {
    int longest = (int) pause.toSeconds();
    Arbitrary<Integer> client = Arbitraries.integers().between(0, clients - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(6, Combinators.combine(client, texts()).as(Types::new)),
        Tuple.of(3, client.map(HandsIn::new)),
        Tuple.of(3, Combinators.combine(client, Arbitraries.of(Ask.class)).as(Asks::new)),
        Tuple.of(2, client.map(Looks::new)),
        Tuple.of(
            12,
            Combinators.combine(
                    Arbitraries.integers().between(0, 5),
                    Arbitraries.of(true, false),
                    Arbitraries.of(true, false, false))
                .as(Delivers::new)),
        Tuple.of(3, seconds(0, longest).map(Passes::new)),
        Tuple.of(2, seconds(-15 * longest, 0).map(Jumps::new)),
        Tuple.of(1, seconds(0, 4 * longest).map(Jumps::new)),
        Tuple.of(1, Arbitraries.just(new Restarts())));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of("", " ", "a", "b", "half an answer", "an answer", "é\n\"x\"\u2028");
  }

  private static Arbitrary<Duration> seconds(int least, int most) {
    return Arbitraries.integers().between(least, most).map(Duration::ofSeconds);
  }
}
