package dev.mockloop.scoring;

import dev.mockloop.discourse.Move;
import dev.mockloop.discourse.Remark;
import dev.mockloop.rubric.Question;
import dev.mockloop.text.Prose;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.Sentence;
import dev.mockloop.text.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the {@link Statement}s of an answer to one question. */
final class StatementReader {
  private static final Set<String> CONTENT = Set.of("NOUN", "PROPN", "VERB", "ADJ", "NUM");

  /** Words that speak about answering, in which no answer lies. */
  private static final Set<String> TALK =
      Set.of(
          "question",
          "answer",
          "ask",
          "think",
          "say",
          "tell",
          "talk",
          "describe",
          "explain",
          "consider",
          "believe",
          "opinion",
          "view",
          "good",
          "great",
          "important",
          "interesting",
          "relevant",
          "topic",
          "subject",
          "case",
          "thing",
          "way",
          "time",
          "example",
          "be",
          "have",
          "do",
          "make",
          "take",
          "look",
          "need",
          "want",
          "see",
          "know",
          "go",
          "get",
          "give",
          "would",
          "will",
          "can",
          "should",
          "today",
          "interview",
          "indeed",
          "various",
          "different",
          "certain",
          "possible",
          "many",
          "several");

  private static final double ECHO_SHARE = 0.8;

  private final Set<String> asked;

  private StatementReader(Set<String> asked) {
    this.asked = asked;
  }

  static StatementReader of(Question question, ProseReader reader) {
    Set<String> asked = new HashSet<>();
    String text = question.title() + ".\n" + question.ask() + "\n" + question.context().orElse("");
    reader.read(text).sentences().forEach(s -> asked.addAll(content(s)));
    return new StatementReader(asked);
  }

  List<Statement> read(Prose answer) {
    Set<String> before = new HashSet<>();
    List<Statement> statements = new ArrayList<>();
    for (Sentence sentence : answer.sentences()) {
      Remark remark = Remark.of(sentence, answer.text());
      boolean first =
          before.add(answer.textOf(sentence).toLowerCase(Locale.ROOT).replaceAll("\\W+", " "));
      statements.add(new Statement(remark, isEcho(remark), !first));
    }
    return statements;
  }

  /** Whether nearly all that a sentence says stands in the question. */
  boolean isEcho(Remark remark) {
    Set<String> said = content(remark.sentence());
    said.removeAll(TALK);
    if (said.isEmpty()) {
      return !remark.has(Move.QUANTITY)
          && !remark.has(Move.OWN_ACT)
          && remark.sentence().wordCount() > 3
          && content(remark.sentence()).stream().anyMatch(asked::contains);
    }
    long repeated = said.stream().filter(asked::contains).count();
    return repeated >= ECHO_SHARE * said.size();
  }

  private static Set<String> content(Sentence sentence) {
    Set<String> lemmas = new HashSet<>();
    for (Token token : sentence.tokens()) {
      if (token.isWord() && CONTENT.stream().anyMatch(token::is)) {
        lemmas.add(token.lemma());
      }
    }
    return lemmas;
  }
}
