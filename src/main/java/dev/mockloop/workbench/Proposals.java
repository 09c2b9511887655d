package dev.mockloop.workbench;

import dev.mockloop.matching.Evidence;
import dev.mockloop.matching.Stems;
import dev.mockloop.relevance.Background;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.RedFlag;
import dev.mockloop.search.ShingleCounts;
import dev.mockloop.text.Prose;
import dev.mockloop.text.Word;
import dev.mockloop.text.Worded;
import dev.mockloop.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds words that good answers hold and that the rubric lacks. Runs of one to three words are
 * counted by answer; those that stand in a larger share of the good answers than of the others, and
 * whose words are not all in one phrase of the rubric, are ranked by {@link LikelihoodRatio}. A run
 * begins and ends with a word that says something and holds one that is rare in interview answers;
 * the words of the question itself propose nothing, as everybody repeats them.
 */
final class Proposals {
  private static final int MOST = 25;
  private static final int LEAST_ANSWERS = 3;
  private static final int MOST_EXAMPLES = 3;
  private static final int LONGEST_EXAMPLE = 200;
  private static final int SHORTEST_WORD = 3;

  /** A word in more than about one in seven interview answers is about no question. */
  private static final double TELLING = 2;

  /** Words that may stand within a proposal, and never begin, end or make one. */
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          ("about above after again all also always am among and another any anybody anyone anything are around as at"
                  + " away back be because been before being between both but by came can cannot come could did do does"
                  + " doing done down during each either else even ever every few first for from further get give go"
                  + " goes going got had has have having he her here him his how however i if in into is it its itself"
                  + " just keep kept last least less let like made make many may me might mine more most much must my"
                  + " myself never no nobody none nor not nothing now of off often on once one only or other our ours"
                  + " ourselves out over own per put quite rather really said same say second see seen several shall"
                  + " she should since so some somebody someone something still such take than that their them"
                  + " themselves then there these they thing third this those though through thus to today together"
                  + " told too took two under until up upon us use used using very via want was way we well went were"
                  + " what when where whether which while who whom whose why will with within without would yes yet"
                  + " you your yours")
              .split(" "));

  private final Question question;
  private final Background background;
  private final List<Set<String>> phrases;
  private final Set<String> asked;
  private final List<ShingleCounts.Text> texts = new ArrayList<>();
  private final List<Read> good = new ArrayList<>();
  private final Map<String, Map<String, Integer>> spellings = new HashMap<>();

  /** A sentence of a good answer. */
  private record Read(String stems, String sentence, Set<String> ideas) {}

  Proposals(Question question, Background background) {
    this.question = question;
    this.background = background;
    this.phrases = phrases();
    this.asked = stems(question.title() + ". " + question.ask());
  }

  private List<Set<String>> phrases() {
    return Stream.concat(
            question.rubric().criteria().stream()
                .flatMap(c -> c.ideas().stream())
                .flatMap(i -> i.phrases().stream()),
            question.rubric().redFlags().stream()
                .map(RedFlag::trigger)
                .flatMap(t -> t.phrases().stream()))
        .map(p -> stems(p.source()))
        .distinct()
        .toList();
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    Words.of(text).forEach(w -> stems.add(Stems.of(w.form())));
    return stems;
  }

  /** Reads one answer with what the rubric's phrases found in it. */
  void read(Prose prose, List<Evidence> evidence, boolean isGood) {
    List<List<String>> sentences = new ArrayList<>();
    for (Worded worded : Worded.of(prose)) {
      List<String> stems = new ArrayList<>();
      for (Word word : worded.words()) {
        String stem = Stems.of(word.form());
        stems.add(stem);
        if (isGood) {
          spellings.computeIfAbsent(stem, s -> new TreeMap<>()).merge(word.form(), 1, Integer::sum);
        }
      }
      sentences.add(stems);
      if (isGood) {
        Set<String> ideas = new LinkedHashSet<>();
        evidence.stream()
            .filter(e -> worded.sentence().span().contains(e.span()))
            .forEach(e -> ideas.add(e.criterion() + "/" + e.idea()));
        good.add(
            new Read(
                padded(String.join(" ", stems)), worded.sentence().span().of(prose.text()), ideas));
      }
    }
    texts.add(new ShingleCounts.Text(isGood, sentences));
  }

  /** The most telling first. */
  List<Proposal> found() {
    int goodAll = (int) texts.stream().filter(ShingleCounts.Text::inFirst).count();
    int othersAll = texts.size() - goodAll;
    if (goodAll < LEAST_ANSWERS || othersAll < LEAST_ANSWERS) {
      return List.of();
    }
    List<ShingleCounts.Count> tried =
        ShingleCounts.of(texts, LEAST_ANSWERS).stream().filter(this::sayable).toList();
    List<Double> ratios =
        tried.stream()
            .map(c -> LikelihoodRatio.g2(c.first(), goodAll, c.second(), othersAll))
            .toList();
    List<Double> ps = ratios.stream().map(LikelihoodRatio::p).toList();
    List<Double> qs = LikelihoodRatio.q(ps);
    List<Integer> best = new ArrayList<>();
    for (int i = 0; i < tried.size(); i++) {
      ShingleCounts.Count count = tried.get(i);
      if (count.first() * othersAll > count.second() * goodAll) {
        best.add(i);
      }
    }
    best.sort(
        Comparator.comparingDouble((Integer i) -> -ratios.get(i))
            .thenComparing(i -> -tried.get(i).words().length())
            .thenComparing(i -> tried.get(i).words()));
    List<Proposal> proposals = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (int i : best) {
      String words = tried.get(i).words();
      // a run within one that is told already, or around it, says nothing new
      if (told.stream().noneMatch(t -> holds(t, words) || holds(words, t))) {
        told.add(words);
        proposals.add(proposal(tried.get(i), ratios.get(i), ps.get(i), qs.get(i)));
      }
      if (proposals.size() == MOST) {
        break;
      }
    }
    return proposals;
  }

  private boolean sayable(ShingleCounts.Count count) {
    List<String> stems = List.of(count.words().split(" "));
    return says(stems.getFirst())
        && says(stems.getLast())
        && stems.stream().anyMatch(s -> background.rarity(s) >= TELLING)
        && !asked.containsAll(stems)
        && phrases.stream().noneMatch(p -> p.containsAll(stems));
  }

  private static boolean says(String stem) {
    return stem.length() >= SHORTEST_WORD
        && !FUNCTION_WORDS.contains(stem)
        && stem.chars().allMatch(Character::isLetter);
  }

  private Proposal proposal(ShingleCounts.Count count, double g2, double p, double q) {
    List<Read> where = good.stream().filter(r -> holds(r.stems, count.words())).toList();
    Map<String, Integer> beside = new TreeMap<>();
    where.forEach(r -> r.ideas.forEach(i -> beside.merge(i, 1, Integer::sum)));
    return new Proposal(
        written(count.words()),
        count.first(),
        count.second(),
        g2,
        p,
        q,
        most(beside),
        where.stream()
            .map(r -> r.sentence.strip().replaceAll("\\s+", " "))
            .filter(s -> s.length() <= LONGEST_EXAMPLE)
            .distinct()
            .limit(MOST_EXAMPLES)
            .toList());
  }

  private String written(String stems) {
    List<String> words = new ArrayList<>();
    for (String stem : stems.split(" ")) {
      words.add(most(spellings.getOrDefault(stem, Map.of(stem, 1))));
    }
    return String.join(" ", words);
  }

  private static String most(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static boolean holds(String stems, String run) {
    return padded(stems).contains(padded(run));
  }

  private static String padded(String words) {
    return words.startsWith(" ") ? words : " " + words + " ";
  }
}
