package dev.mockloop.workbench;

import dev.mockloop.matching.Evidence;
import dev.mockloop.matching.RubricMatcher;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Idea;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.PhraseText;
import dev.mockloop.rubric.Rubric;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.IdeaEvidence;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.text.Prose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.stat.correlation.PearsonsCorrelation;

/**
 * Classical item analysis of a rubric: which of its parts tell good answers from others. An item
 * discriminates when answers that have it are rated higher (Pearson's correlation with the rating;
 * for an idea that is found or not this is the point-biserial one). As the rating is people's and
 * not the sum of the items, it holds no part of the item; the correlation with the other items is
 * corrected for overlap by leaving the item out of their sum (Henrysson 1963).
 *
 * @param answers how many rated answers were read
 * @param good how many of them are rated 3.5 or more
 * @param criteria in the order of the rubric
 * @param ideas in the order of the rubric
 * @param proposals words that the rubric lacks
 */
public record ItemAnalysis(
    int answers,
    int good,
    List<CriterionItem> criteria,
    List<IdeaItem> ideas,
    List<Proposal> proposals) {
  /** From this rating on an answer counts as good: the level "yes". */
  public static final double GOOD = 3.5;

  public ItemAnalysis {
    criteria = List.copyOf(criteria);
    ideas = List.copyOf(ideas);
    proposals = List.copyOf(proposals);
  }

  /** Analyses the rubric of a question by its rated answers. */
  public static ItemAnalysis of(Side side, List<Rated> answers, Scorer scorer, Level seniority) {
    return new Count(side, answers, scorer, seniority).analysis();
  }

  /** Ideas with something to look at. */
  public List<IdeaItem> noted() {
    return ideas.stream().filter(i -> !i.notes().isEmpty()).toList();
  }

  /** An idea's own name in the whole rubric. */
  private record Key(String criterion, String idea) {}

  /** One pass over the answers; of each, a few numbers for each idea stay. */
  private static final class Count {
    private final Side side;
    private final List<Rated> answers;
    private final Scorer scorer;
    private final Level seniority;
    private final RubricMatcher matcher;
    private final double[] human;
    private final Map<String, double[]> coverage = new LinkedHashMap<>();
    private final Map<Key, double[]> credit = new LinkedHashMap<>();
    private final Map<Key, Integer> mentioned = new HashMap<>();
    private final Map<Key, Map<String, int[]>> phrases = new HashMap<>();
    private final Proposals proposals;

    Count(Side side, List<Rated> answers, Scorer scorer, Level seniority) {
      this.side = side;
      this.answers = answers;
      this.scorer = scorer;
      this.seniority = seniority;
      Rubric rubric = side.question().rubric();
      this.matcher = RubricMatcher.compile(rubric, side.bank().synonyms(), scorer.tools().reader());
      this.human = answers.stream().mapToDouble(Rated::human).toArray();
      this.proposals = new Proposals(side.question(), scorer.tools().background());
      for (Criterion criterion : rubric.criteria()) {
        coverage.put(criterion.id(), new double[answers.size()]);
        for (Idea idea : criterion.ideas()) {
          Key key = new Key(criterion.id(), idea.id());
          credit.put(key, new double[answers.size()]);
          Map<String, int[]> counts = new LinkedHashMap<>();
          idea.phrases().stream().map(PhraseText::source).forEach(p -> counts.put(p, new int[2]));
          phrases.put(key, counts);
        }
      }
    }

    ItemAnalysis analysis() {
      for (int i = 0; i < answers.size(); i++) {
        Prose prose = scorer.tools().reader().read(answers.get(i).text());
        card(i, scorer.score(side.question(), side.bank(), prose, seniority));
        List<Evidence> every = matcher.everyMatch(prose);
        phrases(every);
        proposals.read(prose, every, human[i] >= GOOD);
      }
      return new ItemAnalysis(
          answers.size(),
          (int) Arrays.stream(human).filter(h -> h >= GOOD).count(),
          criteria(),
          ideas(),
          proposals.found());
    }

    private void card(int answer, AnswerCard card) {
      for (CriterionScore criterion : card.criteria()) {
        at(coverage, criterion.id())[answer] = criterion.coverage();
        for (IdeaEvidence evidence : criterion.evidence()) {
          double[] earned = at(credit, new Key(criterion.id(), evidence.idea()));
          earned[answer] = Math.max(earned[answer], evidence.credit());
        }
        criterion.evidence().stream()
            .map(IdeaEvidence::idea)
            .distinct()
            .forEach(idea -> mentioned.merge(new Key(criterion.id(), idea), 1, Integer::sum));
      }
    }

    private void phrases(List<Evidence> every) {
      Map<Key, Set<String>> held = new HashMap<>();
      every.forEach(
          e ->
              held.computeIfAbsent(new Key(e.criterion(), e.idea()), k -> new HashSet<>())
                  .add(e.phrase()));
      held.forEach(
          (key, found) ->
              found.forEach(
                  phrase -> {
                    int[] counts = at(at(phrases, key), phrase);
                    counts[0]++;
                    counts[1] += found.size() == 1 ? 1 : 0;
                  }));
    }

    private List<CriterionItem> criteria() {
      List<CriterionItem> items = new ArrayList<>();
      for (Criterion criterion : side.question().rubric().criteria()) {
        double[] own = at(coverage, criterion.id());
        double[] others = new double[own.length];
        for (Criterion other : side.question().rubric().criteria()) {
          if (!other.id().equals(criterion.id())) {
            add(others, at(coverage, other.id()), other.weightFor(seniority));
          }
        }
        items.add(
            new CriterionItem(
                criterion.id(),
                criterion.title(),
                criterion.weightFor(seniority),
                Arrays.stream(own).average().orElse(Double.NaN),
                Arrays.stream(own).filter(c -> c > 0).count() / (double) own.length,
                correlation(own, human),
                correlation(own, others)));
      }
      return items;
    }

    private List<IdeaItem> ideas() {
      double[] all = new double[human.length];
      for (Criterion criterion : side.question().rubric().criteria()) {
        criterion
            .ideas()
            .forEach(i -> add(all, at(credit, new Key(criterion.id(), i.id())), i.weight()));
      }
      return side.question().rubric().criteria().stream()
          .flatMap(c -> c.ideas().stream().map(i -> idea(c, i, all)))
          .toList();
    }

    private IdeaItem idea(Criterion criterion, Idea idea, double[] all) {
      Key key = new Key(criterion.id(), idea.id());
      double[] own = at(credit, key);
      double[] others = all.clone();
      add(others, own, -idea.weight());
      int found = 0;
      int good = 0;
      int goodFound = 0;
      for (int i = 0; i < own.length; i++) {
        found += own[i] > 0 ? 1 : 0;
        good += human[i] >= GOOD ? 1 : 0;
        goodFound += human[i] >= GOOD && own[i] > 0 ? 1 : 0;
      }
      double share = found / (double) own.length;
      double goodShare = goodFound / (double) good;
      double discrimination = correlation(own, human);
      return new IdeaItem(
          criterion.id(),
          idea.id(),
          idea.says(),
          found,
          mentioned.getOrDefault(key, 0),
          share,
          goodShare,
          discrimination,
          correlation(own, others),
          own.length == 0 ? Set.of() : IdeaItem.notes(found, share, goodShare, discrimination),
          at(phrases, key).entrySet().stream()
              .map(e -> new PhraseItem(e.getKey(), e.getValue()[0], e.getValue()[1]))
              .toList());
    }

    private static void add(double[] sum, double[] values, double times) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += times * values[i];
      }
    }

    private static double correlation(double[] first, double[] second) {
      return first.length < 2 ? Double.NaN : new PearsonsCorrelation().correlation(first, second);
    }

    private static <K, V> V at(Map<K, V> map, K key) {
      V value = map.get(key);
      if (value == null) {
        throw new IllegalStateException("the card names " + key + ", which its rubric has not");
      }
      return value;
    }
  }
}
