package dev.mockloop.web;

import dev.mockloop.live.Tailor;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Kind;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page on which a loop is put together.
 *
 * @param pasted the resume or job description; may be blank
 * @param fits how many questions fit it
 * @param kinds the questions by kind, those that fit first
 */
public record OwnLoopSheet(String pasted, int fits, Map<Kind, List<Row>> kinds) {

  /** A question to choose, with the words that it fits by. */
  public record Row(Question question, List<String> words, boolean chosen) {}

  static OwnLoopSheet of(Workshop workshop, String pasted) {
    List<Tailor.Suggestion> suggestions =
        pasted.isBlank() ? List.of() : workshop.tailor().suggest(pasted);
    List<Row> rows = new ArrayList<>();
    suggestions.forEach(s -> rows.add(new Row(s.question(), s.words(), s.chosen())));
    List<QuestionId> fitting = suggestions.stream().map(s -> s.question().id()).toList();
    workshop.content().catalogue().questions().stream()
        .filter(q -> !fitting.contains(q.id()))
        .forEach(q -> rows.add(new Row(q, List.of(), false)));
    Map<Kind, List<Row>> kinds =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.question().kind(),
                    () -> new TreeMap<>(Show.KIND_ORDER),
                    Collectors.toList()));
    return new OwnLoopSheet(pasted, suggestions.size(), kinds);
  }
}
