package dev.mockloop.scoring;

import dev.mockloop.discourse.Move;
import dev.mockloop.matching.Stems;
import dev.mockloop.relevance.Background;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Idea;
import dev.mockloop.rubric.PhraseText;
import dev.mockloop.rubric.Question;
import dev.mockloop.text.Prose;
import dev.mockloop.text.Span;
import dev.mockloop.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a candidate which gap to close first, criterion by criterion: it quotes the words that came
 * nearest and asks the question that leads on from there.
 */
final class Coach {
  /** A criterion covered to this share needs no advice. */
  private static final double WELL_COVERED = 0.8;

  /** Telling words that a sentence shares with an idea before it counts as nearly saying it. */
  private static final double NEARLY = 5;

  private static final int LONGEST_QUOTE = 120;

  private static final List<Move> WANTED =
      List.of(Move.REASON, Move.QUANTITY, Move.CONTRAST, Move.FAILURE, Move.CONDITION);
  private static final Map<Move, String> ASKS =
      Map.of(
          Move.REASON, "Why that, and what would happen without it?",
          Move.QUANTITY, "How much, how many or how often? Put a figure to it.",
          Move.CONTRAST, "Instead of what? Name the other way and what each of them costs.",
          Move.FAILURE, "What breaks it, and who notices?",
          Move.CONDITION, "From which point on would you do it differently?");

  private final Question question;

  /** An idea, by its number, that has a stem among its words, and how rare the stem is. */
  private record Holder(int idea, double rarity) {}

  private final Map<String, Integer> ideas = new HashMap<>();
  private final Map<String, List<Holder>> holders = new HashMap<>();

  Coach(Question question, Background background) {
    this.question = question;
    for (Criterion criterion : question.rubric().criteria()) {
      for (Idea idea : criterion.ideas()) {
        Set<String> words = new HashSet<>(stems(idea.says()));
        idea.phrases().stream().map(PhraseText::source).forEach(p -> words.addAll(stems(p)));
        int number = ideas.size();
        ideas.put(key(criterion.id(), idea.id()), number);
        words.forEach(
            w ->
                holders
                    .computeIfAbsent(w, k -> new ArrayList<>())
                    .add(new Holder(number, background.rarity(w))));
      }
    }
  }

  /** Advice for each criterion with a gap, the one that would gain most first. */
  List<Advice> advise(Prose answer, List<Statement> statements, List<CriterionScore> criteria) {
    List<Statement> said = statements.stream().filter(Statement::counts).toList();
    List<double[]> shared = said.stream().map(this::shared).toList();
    return criteria.stream()
        .filter(c -> c.coverage() < WELL_COVERED)
        .sorted(Comparator.comparingDouble((CriterionScore c) -> -(1 - c.coverage()) * c.weight()))
        .map(c -> advise(c, said, shared, answer))
        .toList();
  }

  private record Near(Statement said, MissingIdea idea) {}

  private Advice advise(
      CriterionScore criterion, List<Statement> said, List<double[]> shared, Prose answer) {
    Optional<IdeaEvidence> denied = first(criterion, Standing.NEGATED, false);
    Optional<IdeaEvidence> listed =
        first(criterion, Standing.LISTED, false).or(() -> first(criterion, Standing.NAMED, false));
    Optional<IdeaEvidence> bare = first(criterion, Standing.ASSERTED, true);
    String probe =
        question.rubric().criterion(criterion.id()).probe().orElse("What would you add on this?");
    if (denied.isPresent()
        && criterion.missing().stream().anyMatch(m -> m.idea().equals(denied.get().idea()))) {
      return of(
          criterion,
          "you set this aside: %s. " + lookedFor(denied.get().says()),
          sentence(denied.get().span(), said).orElse(denied.get().span()),
          answer,
          "What goes wrong without it, and how would you notice?");
    }
    if (listed.isPresent()) {
      return of(
          criterion,
          "you name it and stop: %s. " + lookedFor(listed.get().says()),
          listed.get().span(),
          answer,
          probe);
    }
    Optional<Near> near = nearest(criterion, said, shared);
    if (near.isPresent()) {
      return of(
          criterion,
          "you come near with %s. " + lookedFor(near.get().idea().says()),
          near.get().said().remark().span(),
          answer,
          probe);
    }
    if (bare.isPresent()) {
      Statement at =
          said.stream()
              .filter(s -> s.remark().span().contains(bare.get().span()))
              .findFirst()
              .orElseThrow();
      Move wanted =
          WANTED.stream().filter(m -> !at.remark().has(m)).findFirst().orElse(Move.REASON);
      return of(
          criterion,
          "%s is right and stands alone. Back it up with " + wanted.label() + ".",
          at.remark().span(),
          answer,
          ASKS.getOrDefault(wanted, probe));
    }
    return new Advice(
        criterion.id(),
        criterion.title()
            + ": not said yet. "
            + criterion.missing().stream()
                .findFirst()
                .map(MissingIdea::says)
                .orElse("Say more of it, with what backs it up."),
        Optional.empty(),
        probe);
  }

  private static Optional<IdeaEvidence> first(
      CriterionScore criterion, Standing standing, boolean alone) {
    return criterion.evidence().stream()
        .filter(e -> e.standing() == standing && (!alone || e.backing().isEmpty()))
        .findFirst();
  }

  private static Optional<Span> sentence(Span span, List<Statement> said) {
    return said.stream().map(s -> s.remark().span()).filter(s -> s.contains(span)).findFirst();
  }

  private Optional<Near> nearest(
      CriterionScore criterion, List<Statement> said, List<double[]> shared) {
    Optional<Near> nearest = Optional.empty();
    double most = NEARLY;
    for (MissingIdea missing : criterion.missing()) {
      int idea = ideas.getOrDefault(key(criterion.id(), missing.idea()), 0);
      for (int i = 0; i < said.size(); i++) {
        double here = shared.get(i)[idea];
        if (nearest.isEmpty() ? here >= most : here > most) {
          most = here;
          nearest = Optional.of(new Near(said.get(i), missing));
        }
      }
    }
    return nearest;
  }

  /** How much of the words of each idea a statement has, by the idea's number. */
  private double[] shared(Statement said) {
    double[] shared = new double[ideas.size()];
    for (String stem : said.stems()) {
      for (Holder holder : holders.getOrDefault(stem, List.of())) {
        shared[holder.idea] += holder.rarity;
      }
    }
    return shared;
  }

  private static Advice of(
      CriterionScore criterion, String text, Span quote, Prose answer, String asks) {
    String typed = quote.of(answer.text());
    // the sentence around it brings its own full stop
    String words = typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed;
    String quoted = "\"" + (words.length() <= LONGEST_QUOTE ? words : cut(words) + " ...") + "\"";
    return new Advice(
        criterion.id(),
        criterion.title() + ": " + text.formatted(quoted.replace("%", "%%")).replace("%%", "%"),
        Optional.of(quote),
        asks);
  }

  private static String cut(String words) {
    int space = words.lastIndexOf(' ', LONGEST_QUOTE);
    int end = space > LONGEST_QUOTE / 2 ? space : LONGEST_QUOTE;
    return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end);
  }

  private static String lookedFor(String says) {
    return "Looked for here: " + says.replace("%", "%%");
  }

  private static Set<String> stems(String text) {
    return Stems.ofWords(Words.of(text));
  }

  private static String key(String criterion, String idea) {
    return criterion + "/" + idea;
  }
}
