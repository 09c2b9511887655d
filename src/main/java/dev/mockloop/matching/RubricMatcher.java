package dev.mockloop.matching;

import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Idea;
import dev.mockloop.rubric.PhraseText;
import dev.mockloop.rubric.RedFlag;
import dev.mockloop.rubric.Rubric;
import dev.mockloop.rubric.Synonyms;
import dev.mockloop.text.Prose;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.Span;
import dev.mockloop.text.Worded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A rubric compiled once and run over any number of answers. Safe for many threads. */
public final class RubricMatcher {
  private record CompiledIdea(String criterion, String idea, List<CompiledPhrase> phrases) {}

  private record CompiledFlag(RedFlag flag, List<CompiledPhrase> phrases) {}

  private record Found(Span span, String phrase) {}

  private final List<CompiledIdea> ideas;
  private final List<CompiledFlag> flags;

  private final Dictionary dictionary;

  private RubricMatcher(List<CompiledIdea> ideas, List<CompiledFlag> flags, Dictionary dictionary) {
    this.dictionary = dictionary;
    this.ideas = List.copyOf(ideas);
    this.flags = List.copyOf(flags);
  }

  public static RubricMatcher compile(Rubric rubric, Synonyms synonyms, ProseReader reader) {
    PhraseCompiler compiler = new PhraseCompiler(synonyms, reader);
    List<CompiledIdea> ideas = new ArrayList<>();
    for (Criterion criterion : rubric.criteria()) {
      for (Idea idea : criterion.ideas()) {
        ideas.add(
            new CompiledIdea(criterion.id(), idea.id(), compileAll(compiler, idea.phrases())));
      }
    }
    List<CompiledFlag> flags =
        rubric.redFlags().stream()
            .map(f -> new CompiledFlag(f, compileAll(compiler, f.trigger().phrases())))
            .toList();
    return new RubricMatcher(ideas, flags, compiler.dictionary());
  }

  private static List<CompiledPhrase> compileAll(
      PhraseCompiler compiler, List<PhraseText> phrases) {
    return phrases.stream().map(compiler::compile).toList();
  }

  /** Runs every phrase over an answer. */
  public Findings match(Prose answer) {
    return match(Worded.of(answer));
  }

  /** Runs every phrase over the sentences of an answer. */
  public Findings match(List<Worded> answer) {
    if (answer.isEmpty()) {
      return new Findings(
          List.of(), flags.stream().map(f -> new FlagFinding(f.flag, List.of())).toList());
    }
    AnswerWords words = AnswerWords.of(answer);
    Held held = dictionary.lookUp(words.terms());
    List<Evidence> evidence = new ArrayList<>();
    for (CompiledIdea idea : ideas) {
      for (Found found : apart(findAll(idea.phrases, words, held))) {
        evidence.add(new Evidence(idea.criterion, idea.idea, found.span, found.phrase));
      }
    }
    List<FlagFinding> raised =
        flags.stream()
            .map(
                f ->
                    new FlagFinding(
                        f.flag,
                        apart(findAll(f.phrases, words, held)).stream().map(Found::span).toList()))
            .toList();
    return new Findings(evidence, raised);
  }

  /**
   * Every place that every phrase of an idea finds, also those that {@link #match} leaves to a
   * tighter phrase of the same idea. Tells which phrases carry an idea.
   */
  public List<Evidence> everyMatch(Prose answer) {
    List<Worded> worded = Worded.of(answer);
    if (worded.isEmpty()) {
      return List.of();
    }
    AnswerWords words = AnswerWords.of(worded);
    Held held = dictionary.lookUp(words.terms());
    List<Evidence> evidence = new ArrayList<>();
    for (CompiledIdea idea : ideas) {
      for (Found found : findAll(idea.phrases, words, held)) {
        evidence.add(new Evidence(idea.criterion, idea.idea, found.span, found.phrase));
      }
    }
    return evidence;
  }

  private static List<Found> findAll(List<CompiledPhrase> phrases, AnswerWords words, Held held) {
    List<Found> all = new ArrayList<>();
    for (CompiledPhrase phrase : phrases) {
      for (Span span : phrase.find(words, held)) {
        all.add(new Found(span, phrase.source()));
      }
    }
    return all;
  }

  /** Keeps the tightest of overlapping finds, so that one place is not counted twice. */
  private static List<Found> apart(List<Found> all) {
    if (all.size() < 2) {
      return all;
    }
    List<Found> tightestFirst =
        all.stream()
            .sorted(
                Comparator.comparingInt((Found f) -> f.span.length())
                    .thenComparing(Found::span)
                    .thenComparing(Found::phrase))
            .toList();
    NavigableMap<Integer, Found> kept = new TreeMap<>();
    for (Found found : tightestFirst) {
      Map.Entry<Integer, Found> before = kept.floorEntry(found.span.start());
      Map.Entry<Integer, Found> after = kept.ceilingEntry(found.span.start());
      boolean taken =
          (before != null && before.getValue().span.overlaps(found.span))
              || (after != null && after.getValue().span.overlaps(found.span));
      if (!taken) {
        kept.put(found.span.start(), found);
      }
    }
    return List.copyOf(kept.values());
  }
}
