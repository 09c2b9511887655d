package dev.mockloop.bench;

import dev.mockloop.calibration.RatedAnswer;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.SessionId;
import dev.mockloop.search.Hit;
import dev.mockloop.search.Passage;
import dev.mockloop.search.TranscriptIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A search in the answers of 1,000 sessions, against reading all of them for the words. Look at the ratio, not at the
 * times.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class SearchBenchmark {
  private static final int SESSIONS = 1000;
  private static final int EACH = 9;

  private final TranscriptIndex index = new TranscriptIndex();
  private final List<String> texts = new ArrayList<>();

  @Setup
  public void load() {
    List<RatedAnswer> answers = Answers.all();
    for (int s = 0; s < SESSIONS; s++) {
      SessionId id = new SessionId("session-" + s);
      List<Passage> passages = new ArrayList<>();
      for (int q = 0; q < EACH; q++) {
        RatedAnswer answer = answers.get((s * EACH + q) % answers.size());
        passages.add(new Passage(id, new Place(0, q, false), answer.question(), answer.text()));
        texts.add(answer.text());
      }
      index.put(id, passages);
    }
  }

  /** The baseline. */
  @Benchmark
  public int readingAll() {
    int found = 0;
    for (String text : texts) {
      String lower = text.toLowerCase(Locale.ROOT);
      found += lower.contains("token") && lower.contains("bucket") ? 1 : 0;
    }
    return found;
  }

  /** The twenty best hits with their excerpts. */
  @Benchmark
  public List<Hit> searching() {
    return index.search("token bucket", 20);
  }
}
