package dev.mockloop.live;

import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Idea;
import dev.mockloop.rubric.Kind;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.search.TopicIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Finds the questions that fit a resume or a job description. */
public final class Tailor {
  private static final int CHOSEN_OF_KIND = 2;

  private final Late<Subjects> subjects;

  /** The questions, and the index over what they ask. */
  private record Subjects(Catalogue catalogue, TopicIndex index) {}

  /** Finds questions of a catalogue, which is asked for and indexed at the first search. */
  public Tailor(Supplier<Catalogue> catalogue) {
    this.subjects = new Late<>(() -> index(catalogue.get()));
  }

  private static Subjects index(Catalogue catalogue) {
    return new Subjects(
        catalogue,
        new TopicIndex(
            catalogue.questions().stream()
                .map(q -> new TopicIndex.Subject(q.id().value(), text(q)))
                .toList()));
  }

  /**
   * A question that fits.
   *
   * @param words the words of the text that it fits by, as they were written
   * @param chosen whether it is among the best of its kind
   */
  public record Suggestion(Question question, List<String> words, boolean chosen) {
    public Suggestion {
      words = List.copyOf(words);
    }
  }

  /** The questions that fit a text, best first; none when no word of it is about any. */
  public List<Suggestion> suggest(String text) {
    Map<Kind, Integer> taken = new HashMap<>();
    List<Suggestion> suggestions = new ArrayList<>();
    for (TopicIndex.Match match : subjects.get().index().match(text)) {
      Question question =
          subjects.get().catalogue().question(new QuestionId(match.id())).orElseThrow();
      boolean chosen = taken.merge(question.kind(), 1, Integer::sum) <= CHOSEN_OF_KIND;
      suggestions.add(new Suggestion(question, match.words(), chosen));
    }
    return suggestions;
  }

  private static String text(Question question) {
    StringBuilder text = new StringBuilder();
    text.append(question.title()).append(". ").append(String.join(". ", question.topics()));
    text.append(". ").append(question.ask()).append('\n');
    question.guidance().listenFor().forEach(l -> text.append(l).append('\n'));
    question.guidance().outline().ifPresent(o -> text.append(o).append('\n'));
    for (Criterion criterion : question.rubric().criteria()) {
      text.append(criterion.title()).append(". ");
      for (Idea idea : criterion.ideas()) {
        text.append(idea.says()).append(' ');
      }
    }
    return text.toString();
  }
}
