package dev.mockloop.matching;

import dev.mockloop.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * A phrase ready to be looked for.
 *
 * @param source as the author wrote it
 * @param part what it means
 */
record CompiledPhrase(String source, Part part) {
  /** Lucene hands a segment of an index down to every source; ours do not look at it. */
  private static final LeafReaderContext NO_SEGMENT =
      new MemoryIndex().createSearcher().getIndexReader().leaves().getFirst();

  private static final String NO_FIELD = "";

  /** Where it matches, in order; {@code held} is what {@link Dictionary#lookUp} gave. */
  List<Span> find(AnswerWords answer, Held held) {
    long here = part.sentences(held);
    if (here == Part.NOWHERE) {
      return List.of();
    }
    Places anchors = part.anchors(held, here);
    if (anchors.count() == 0) {
      return List.of();
    }
    try {
      IntervalIterator found =
          part.query(held, anchors.sentences()).intervals(NO_FIELD, NO_SEGMENT);
      List<Span> spans = new ArrayList<>();
      if (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        while (found.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
          spans.add(answer.span(found.start(), found.end()));
        }
      }
      spans.sort(null);
      return spans;
    } catch (IOException e) {
      throw new UncheckedIOException("places in memory cannot fail", e);
    }
  }
}
