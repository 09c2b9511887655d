package dev.mockloop.matching;

import dev.mockloop.text.Span;
import dev.mockloop.text.Worded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.DocIdSetIterator;

/** An index of one answer, in memory, that tells where a query matches. Safe for many threads. */
final class AnswerIndex {
  // Lucene advises a faster module for vector search, which is not used here. The logger must be
  // held:
  // it would be collected with its level otherwise.
  private static final Logger VECTOR_ADVICE =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    VECTOR_ADVICE.setLevel(Level.SEVERE);
  }

  private final NavigableMap<String, Long> terms;
  private final Positions positions;
  private final LeafReaderContext leaf;

  private AnswerIndex(AnswerStream stream) {
    MemoryIndex index = new MemoryIndex();
    index.addField(Terms.FIELD, stream);
    index.freeze();
    terms = stream.terms();
    positions = stream.positions();
    leaf = index.createSearcher().getIndexReader().leaves().getFirst();
  }

  static AnswerIndex of(List<Worded> sentences) {
    return new AnswerIndex(new AnswerStream(sentences));
  }

  /** All terms of the answer with the sentences that hold them. */
  NavigableMap<String, Long> terms() {
    return terms;
  }

  /** Where a query matches, in the order of the text. */
  List<Span> find(IntervalsSource query) {
    try {
      IntervalIterator places = query.intervals(Terms.FIELD, leaf);
      List<Span> spans = new ArrayList<>();
      if (places != null && places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        while (places.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
          spans.add(positions.span(places.start(), places.end()));
        }
      }
      spans.sort(null);
      return spans;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail", e);
    }
  }
}
