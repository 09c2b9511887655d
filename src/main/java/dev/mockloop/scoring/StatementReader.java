package dev.mockloop.scoring;

import dev.mockloop.discourse.Move;
import dev.mockloop.discourse.Remark;
import dev.mockloop.matching.Stems;
import dev.mockloop.rubric.Question;
import dev.mockloop.text.Prose;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.Sentence;
import dev.mockloop.text.Token;
import dev.mockloop.text.Word;
import dev.mockloop.text.Worded;
import dev.mockloop.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
          "first",
          "put",
          "bring",
          "side",
          "order",
          "decide",
          "interview",
          "indeed",
          "various",
          "different",
          "certain",
          "possible",
          "many",
          "several");

  /** A sentence of this many words and nothing but talk may still mean something. */
  private static final int SHORT = 3;

  private static final double ECHO_SHARE = 0.7;

  private final Set<String> asked;
  private final Set<String> askedNumbers;

  private StatementReader(Set<String> asked, Set<String> askedNumbers) {
    this.asked = asked;
    this.askedNumbers = askedNumbers;
  }

  static StatementReader of(Question question, ProseReader reader) {
    Set<String> asked = new HashSet<>();
    String text = question.title() + ".\n" + question.ask() + "\n" + question.context().orElse("");
    reader.read(text).sentences().forEach(s -> asked.addAll(content(s)));
    Set<String> numbers =
        Words.of(text).stream().filter(Word::number).map(Word::form).collect(Collectors.toSet());
    return new StatementReader(asked, numbers);
  }

  List<Statement> read(Prose answer, List<Worded> sentences) {
    Set<List<String>> before = new HashSet<>();
    List<Statement> statements = new ArrayList<>();
    for (Worded worded : sentences) {
      Remark remark =
          Remark.of(worded, answer.text())
              .without(Move.QUANTITY, worded.words().stream().filter(this::isAsked).toList());
      boolean first = before.add(worded.words().stream().map(Word::form).toList());
      statements.add(new Statement(remark, Stems.ofWords(worded.words()), isEcho(remark), !first));
    }
    return statements;
  }

  /** A figure that the question gave is no figure of the answer's. */
  private boolean isAsked(Word word) {
    return word.number() && askedNumbers.contains(word.form());
  }

  /** Whether nearly all that a sentence says stands in the question. */
  private boolean isEcho(Remark remark) {
    Set<String> content = content(remark.sentence());
    int said = 0;
    int repeated = 0;
    for (String lemma : content) {
      if (!TALK.contains(lemma)) {
        said++;
        repeated += asked.contains(lemma) ? 1 : 0;
      }
    }
    if (said == 0) {
      return !remark.has(Move.QUANTITY)
          && !remark.has(Move.OWN_ACT)
          && remark.sentence().wordCount() > SHORT
          && content.stream().anyMatch(asked::contains);
    }
    return repeated >= ECHO_SHARE * said;
  }

  private static boolean isContent(Token token) {
    int plus = token.tag().indexOf('+');
    return CONTENT.contains(plus < 0 ? token.tag() : token.tag().substring(0, plus));
  }

  private static Set<String> content(Sentence sentence) {
    Set<String> lemmas = new HashSet<>();
    for (Token token : sentence.tokens()) {
      if (token.isWord() && isContent(token)) {
        lemmas.add(token.lemma());
      }
    }
    return lemmas;
  }
}
