package dev.mockloop.bench;

import dev.mockloop.text.Prose;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.opennlp.OpenNlpProseReader;
import java.io.IOException;
import java.io.InputStream;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
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
 * An answer of about 400 words read as language, against OpenNLP's own sentence detector, tokenizer, tagger and
 * lemmatizer called one after the other. Look at the ratio, not at the times.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class AnalysisBenchmark {
  private String text;
  private ProseReader reader;
  private SentenceDetectorME sentences;
  private TokenizerME tokens;
  private POSTaggerME tags;
  private LemmatizerME lemmas;

  @Setup
  public void load() throws IOException {
    text = Answers.longest("design/rate-limiter");
    reader = OpenNlpProseReader.load();
    try (InputStream s = open("sentence");
        InputStream t = open("tokens");
        InputStream p = open("pos");
        InputStream l = open("lemmas")) {
      sentences = new SentenceDetectorME(new SentenceModel(s));
      tokens = new TokenizerME(new TokenizerModel(t));
      tags = new POSTaggerME(new POSModel(p));
      lemmas = new LemmatizerME(new LemmatizerModel(l));
    }
  }

  private static InputStream open(String kind) {
    return AnalysisBenchmark.class.getResourceAsStream("/opennlp-en-ud-ewt-" + kind + "-1.3-2.5.4.bin");
  }

  /** The baseline. */
  @Benchmark
  public int openNlpAlone() {
    int count = 0;
    for (String sentence : sentences.sentDetect(text)) {
      String[] words = tokens.tokenize(sentence);
      count += lemmas.lemmatize(words, tags.tag(words)).length;
    }
    return count;
  }

  /** Blocks, sentences, tokens, tags and lemmas, with their places in the text. */
  @Benchmark
  public Prose reading() {
    return reader.read(text);
  }
}
