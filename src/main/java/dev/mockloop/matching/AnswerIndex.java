package dev.mockloop.matching;

import dev.mockloop.text.Prose;
import dev.mockloop.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

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

  private final NavigableSet<String> terms;
  private final IndexSearcher searcher;
  private final LeafReaderContext leaf;

  private AnswerIndex(AnswerStream stream) {
    MemoryIndex index = new MemoryIndex(true);
    index.addField(Terms.FIELD, stream);
    index.freeze();
    terms = stream.terms();
    searcher = index.createSearcher();
    leaf = searcher.getIndexReader().leaves().getFirst();
  }

  static AnswerIndex of(Prose prose) {
    return new AnswerIndex(new AnswerStream(prose));
  }

  NavigableSet<String> terms() {
    return terms;
  }

  /** Where a query matches, in the order of the text. */
  List<Span> find(Query query) {
    try {
      Weight weight =
          searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
      Matches matches = weight.matches(leaf, 0);
      List<Span> spans = new ArrayList<>();
      if (matches != null) {
        MatchesIterator places = matches.getMatches(Terms.FIELD);
        while (places != null && places.next()) {
          spans.add(new Span(places.startOffset(), places.endOffset()));
        }
      }
      spans.sort(null);
      return spans;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail", e);
    }
  }
}
