package dev.mockloop.scoring;

import dev.mockloop.rubric.Question;
import dev.mockloop.text.Prose;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.Sentence;
import dev.mockloop.text.Span;
import dev.mockloop.text.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Judges how a mention stands in its sentence. */
final class StandingJudge {
  private static final Set<String> CONTENT = Set.of("NOUN", "PROPN", "VERB", "ADJ", "NUM");
  private static final Set<String> DENIALS =
      Set.of(
          "no",
          "not",
          "never",
          "without",
          "ignore",
          "skip",
          "overrated",
          "pointless",
          "unnecessary");
  private static final List<String> WAVED_AWAY =
      List.of(
          "not worth",
          "no need",
          "don't need",
          "do not need",
          "not needed",
          "not necessary",
          "waste of time",
          "don't care",
          "do not care",
          "not worry",
          "not bother",
          "overrated",
          "would skip",
          "would ignore",
          "not believe in");

  /**
   * "without downtime", "no single point of failure", "cannot lose": denials that claim something
   * good.
   */
  private static final Set<String> HARMS =
      Set.of(
          "lose",
          "loss",
          "downtime",
          "outage",
          "duplicate",
          "single",
          "fail",
          "failure",
          "break",
          "block",
          "miss",
          "drop",
          "data",
          "wait",
          "leak",
          "exceed",
          "overload",
          "know",
          "blame",
          "surprise",
          "more",
          "longer",
          "just",
          "only",
          "regression",
          "rollback",
          "incident");

  /** How far before a mention a denial still covers it, in tokens. */
  private static final int REACH = 5;

  private static final double ECHO_SHARE = 0.8;
  private static final int LONGEST_LIST_SHARE = 5;

  private final Set<String> asked;

  private StandingJudge(Set<String> asked) {
    this.asked = asked;
  }

  static StandingJudge of(Question question, ProseReader reader) {
    Set<String> asked = new HashSet<>();
    String text = question.title() + ".\n" + question.ask() + "\n" + question.context().orElse("");
    reader.read(text).sentences().forEach(s -> asked.addAll(contentLemmas(s)));
    return new StandingJudge(asked);
  }

  Standing judge(Prose answer, Sentence sentence, Span mention) {
    if (isEcho(sentence)) {
      return Standing.ECHOED;
    }
    if (isDenied(answer, sentence, mention)) {
      return Standing.NEGATED;
    }
    return isOnlyNamed(sentence) ? Standing.NAMED : Standing.ASSERTED;
  }

  /** Whether nearly all that a sentence says stands in the question. */
  boolean isEcho(Sentence sentence) {
    Set<String> said = contentLemmas(sentence);
    long repeated = said.stream().filter(asked::contains).count();
    return !said.isEmpty() && repeated >= ECHO_SHARE * said.size();
  }

  private static boolean isDenied(Prose answer, Sentence sentence, Span mention) {
    String text = answer.textOf(sentence).toLowerCase(Locale.ROOT).replace('’', '\'');
    if (WAVED_AWAY.stream().anyMatch(text::contains)) {
      return true;
    }
    List<Token> before =
        sentence.tokens().stream().filter(t -> t.span().end() <= mention.start()).toList();
    List<Token> near = before.subList(Math.max(0, before.size() - REACH), before.size());
    boolean denied = false;
    for (Token token : near) {
      if (token.text().equals(",") || token.text().equals(";") || token.lemma().equals("but")) {
        denied = false;
      } else if (DENIALS.contains(token.lemma()) || token.lemma().endsWith("+not")) {
        denied = true;
      }
    }
    return denied && sentence.tokens().stream().noneMatch(t -> HARMS.contains(t.lemma()));
  }

  private static boolean isOnlyNamed(Sentence sentence) {
    long verbs = sentence.tokens().stream().filter(t -> t.is("VERB") || t.is("AUX")).count();
    long commas = sentence.tokens().stream().filter(t -> t.text().equals(",")).count();
    return verbs == 0 ? !sentence.listItem() || commas >= 2 : commas >= LONGEST_LIST_SHARE * verbs;
  }

  private static Set<String> contentLemmas(Sentence sentence) {
    Set<String> lemmas = new HashSet<>();
    for (Token token : sentence.tokens()) {
      if (token.isWord() && CONTENT.contains(token.tag())) {
        lemmas.add(token.lemma());
      }
    }
    return lemmas;
  }
}
