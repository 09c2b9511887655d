package dev.mockloop.relevance;

import dev.mockloop.matching.Stems;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Idea;
import dev.mockloop.rubric.PhraseText;
import dev.mockloop.rubric.Question;
import dev.mockloop.text.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words in which a question is spoken about, by stem, each with how often its rubric comes back
 * to it; words of the title and the ask count for more.
 *
 * @param centrality how central each stem is, over 0
 */
record Vocabulary(Map<String, Double> centrality) {
  private static final double TITLE = 3;
  private static final double ASK = 2;
  private static final double SAID = 1;
  private static final double BESIDE = 0.5;

  Vocabulary {
    centrality = Map.copyOf(centrality);
  }

  static Vocabulary of(Question question) {
    Map<String, Double> words = new HashMap<>();
    add(words, question.title(), TITLE);
    add(words, String.join(". ", question.topics()), ASK);
    add(words, question.ask(), ASK);
    question.context().ifPresent(c -> add(words, c, BESIDE));
    question.guidance().listenFor().forEach(l -> add(words, l, SAID));
    question.guidance().outline().ifPresent(o -> add(words, o, SAID));
    question.guidance().strong().ifPresent(s -> add(words, s, SAID));
    for (Criterion criterion : question.rubric().criteria()) {
      add(words, criterion.title(), SAID);
      criterion.probe().ifPresent(p -> add(words, p, BESIDE));
      criterion.anchors().values().forEach(a -> add(words, a, BESIDE));
      criterion.ideas().forEach(i -> add(words, everyPhrase(i), SAID));
    }
    return new Vocabulary(words);
  }

  private static String everyPhrase(Idea idea) {
    return idea.says()
        + "\n"
        + idea.phrases().stream().map(PhraseText::source).collect(Collectors.joining("\n"));
  }

  private static void add(Map<String, Double> words, String text, double weight) {
    Stems.ofWords(Words.of(text)).forEach(stem -> words.merge(stem, weight, Double::sum));
  }
}
