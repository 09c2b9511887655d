package dev.mockloop.check;

import dev.mockloop.matching.Evidence;
import dev.mockloop.matching.RubricMatcher;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Idea;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.Synonyms;
import dev.mockloop.rubric.yaml.Problem;
import dev.mockloop.rubric.yaml.QuestionSource;
import dev.mockloop.rubric.yaml.QuestionText;
import dev.mockloop.rubric.yaml.Reading;
import dev.mockloop.rubric.yaml.RubricFolder;
import dev.mockloop.text.ProseReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks a rubric folder. */
public final class RubricCheck {
  private final ProseReader reader;

  public RubricCheck(ProseReader reader) {
    this.reader = reader;
  }

  /** Every problem of the folder, in order of file and line; empty when all is well. */
  public List<Problem> check(Path folder) {
    Reading reading = RubricFolder.read(folder);
    List<Problem> problems = new ArrayList<>(reading.problems());
    for (Question question : reading.catalogue().questions()) {
      QuestionSource source = reading.source(question.id()).orElseThrow();
      problems.addAll(examples(question, source, reading.catalogue().synonyms()));
    }
    return problems.stream().sorted().toList();
  }

  /** Every problem of a question's text, in order of line; empty when all is well. */
  public List<Problem> check(QuestionText text, Synonyms synonyms) {
    return text.question()
        .map(question -> examples(question, text.source(), synonyms).stream().sorted().toList())
        .orElse(text.problems());
  }

  private List<Problem> examples(Question question, QuestionSource source, Synonyms synonyms) {
    List<Problem> problems = new ArrayList<>();
    examples(
        question, source, RubricMatcher.compile(question.rubric(), synonyms, reader), problems);
    return problems;
  }

  private void examples(
      Question question, QuestionSource source, RubricMatcher matcher, List<Problem> problems) {
    List<Criterion> criteria = question.rubric().criteria();
    for (int c = 0; c < criteria.size(); c++) {
      List<Idea> ideas = criteria.get(c).ideas();
      for (int i = 0; i < ideas.size(); i++) {
        String at = "/criteria/" + c + "/ideas/" + i;
        Idea idea = ideas.get(i);
        for (int e = 0; e < idea.finds().size(); e++) {
          if (!finds(matcher, criteria.get(c), idea, idea.finds().get(e))) {
            problems.add(
                source.problemAt(
                    at + "/finds/" + e,
                    "the idea '"
                        + idea.id()
                        + "' does not find this sentence; add a phrase for it or change the sentence"));
          }
        }
        for (int e = 0; e < idea.ignores().size(); e++) {
          if (finds(matcher, criteria.get(c), idea, idea.ignores().get(e))) {
            problems.add(
                source.problemAt(
                    at + "/ignores/" + e,
                    "the idea '"
                        + idea.id()
                        + "' finds this sentence, which it must not; tighten a phrase or change the sentence"));
          }
        }
      }
    }
  }

  private boolean finds(RubricMatcher matcher, Criterion criterion, Idea idea, String sentence) {
    for (Evidence evidence : matcher.match(reader.read(sentence)).evidence()) {
      if (evidence.criterion().equals(criterion.id()) && evidence.idea().equals(idea.id())) {
        return true;
      }
    }
    return false;
  }
}
