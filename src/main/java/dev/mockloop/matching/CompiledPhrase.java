package dev.mockloop.matching;

import dev.mockloop.text.Span;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Predicate;
import org.apache.lucene.search.Query;

/**
 * A phrase ready to be looked for.
 *
 * @param source as the author wrote it
 * @param possible a quick test on the answer's terms; when it fails the query cannot match, which
 *     spares most of the queries
 * @param query the Lucene query
 */
record CompiledPhrase(String source, Predicate<NavigableSet<String>> possible, Query query) {

  List<Span> find(AnswerIndex answer) {
    return possible.test(answer.terms()) ? answer.find(query) : List.of();
  }
}
