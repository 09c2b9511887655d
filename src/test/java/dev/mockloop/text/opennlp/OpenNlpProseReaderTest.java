package dev.mockloop.text.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.text.Prose;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.Sentence;
import dev.mockloop.text.Token;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OpenNlpProseReaderTest {
  private static final ProseReader READER = dev.mockloop.Fixtures.READER;

  @Test
  void readsSentencesTokensTagsAndLemmas() {
    Prose prose =
        READER.read(
            "I moved the reads to replicas, e.g. for search. It halved p99.\n- Cost: two nodes");
    assertThat(prose.sentences().stream().map(prose::textOf))
        .containsExactly(
            "I moved the reads to replicas, e.g. for search.", "It halved p99.", "Cost: two nodes");
    Token moved = prose.sentences().getFirst().tokens().get(1);
    assertThat(moved.tag()).isEqualTo("VERB");
    assertThat(moved.lemma()).isEqualTo("move");
    assertThat(prose.sentences().getLast().listItem()).isTrue();
    assertThat(prose.wordCount()).isEqualTo(15);
  }

  @Test
  void aTextWithoutSpacesIsReadPieceByPieceAndNoLetterIsCutInTwo() {
    Prose prose = READER.read("I said " + "🚀".repeat(5_000) + " twice.");
    assertThat(prose.sentences())
        .flatExtracting(Sentence::tokens)
        .extracting(Token::text)
        .contains("I", "said", "twice")
        .allSatisfy(t -> assertThat(t.codePoints()).noneMatch(c -> c < 0x10000 && c >= 0xD800));
  }

  @Property(tries = 200)
  void offsetsAreSoundForAnyText(@ForAll String text) {
    Prose prose = READER.read(text);
    int end = 0;
    for (Sentence sentence : prose.sentences()) {
      assertThat(sentence.span().start()).isGreaterThanOrEqualTo(end);
      end = sentence.span().end();
      int tokenEnd = sentence.span().start();
      for (Token token : sentence.tokens()) {
        assertThat(sentence.span().contains(token.span())).isTrue();
        assertThat(token.span().start()).isGreaterThanOrEqualTo(tokenEnd);
        assertThat(token.text()).isEqualTo(token.span().of(text));
        tokenEnd = token.span().end();
      }
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
  }

  @Test
  void manyThreadsReadTheSame() throws Exception {
    String text =
        "We lost a region on Monday. I wrote the plan, and nobody followed it because it was too long.";
    Prose alone = READER.read(text);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Prose>> all =
          IntStream.range(0, 200).mapToObj(i -> pool.submit(() -> READER.read(text))).toList();
      for (Future<Prose> one : all) {
        assertThat(one.get()).isEqualTo(alone);
      }
    }
  }
}
