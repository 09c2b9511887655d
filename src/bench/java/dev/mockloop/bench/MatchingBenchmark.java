package dev.mockloop.bench;

import dev.mockloop.matching.Findings;
import dev.mockloop.matching.RubricMatcher;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.PhraseText;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.RubricFolder;
import dev.mockloop.text.Prose;
import dev.mockloop.text.opennlp.OpenNlpProseReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
 * All phrases of a rubric looked for in an answer that was read already, against a regular expression for the first
 * word of each phrase over the same text, which finds far less. Look at the ratio, not at the times.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class MatchingBenchmark {
  private String text;
  private Prose prose;
  private RubricMatcher matcher;
  private List<Pattern> firstWords;

  @Setup
  public void load() {
    text = Answers.longest("design/rate-limiter");
    Catalogue catalogue = RubricFolder.read(Path.of("rubrics")).catalogue();
    Question question = catalogue.question(new QuestionId("design/rate-limiter")).orElseThrow();
    OpenNlpProseReader reader = OpenNlpProseReader.load();
    prose = reader.read(text);
    matcher = RubricMatcher.compile(question.rubric(), catalogue.synonyms(), reader);
    firstWords =
        question.rubric().criteria().stream()
            .flatMap(c -> c.ideas().stream())
            .flatMap(i -> i.phrases().stream())
            .map(PhraseText::source)
            .map(s -> s.replaceAll("[^a-zA-Z ]", " ").strip().split(" ")[0])
            .map(w -> Pattern.compile("\\b" + Pattern.quote(w.toLowerCase(Locale.ROOT)) + "\\b"))
            .toList();
  }

  /** The baseline. */
  @Benchmark
  public int regularExpressions() {
    String lower = text.toLowerCase(Locale.ROOT);
    int found = 0;
    for (Pattern word : firstWords) {
      found += word.matcher(lower).find() ? 1 : 0;
    }
    return found;
  }

  /** Ideas and red flags with their evidence. */
  @Benchmark
  public Findings matching() {
    return matcher.match(prose);
  }
}
