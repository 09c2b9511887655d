package dev.mockloop.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** The sentences of passages that hold the words looked for. */
final class Excerpts extends UnifiedHighlighter {
  private static final int SENTENCES = 2;
  private static final int LONGEST_TEXT = 500_000;

  Excerpts(IndexSearcher searcher, Analyzer analyzer) {
    super(
        builder(searcher, analyzer)
            .withFormatter(new ExcerptFormatter())
            .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ENGLISH))
            .withMaxLength(LONGEST_TEXT)
            .withMaxNoHighlightPassages(1));
  }

  /** The excerpt of each document, in the order given. */
  List<List<Hit.Piece>> of(Query query, String field, int[] documents) throws IOException {
    Object[] excerpts =
        highlightFieldsAsObjects(new String[] {field}, query, documents, new int[] {SENTENCES})
            .getOrDefault(field, new Object[documents.length]);
    return Arrays.stream(excerpts).map(Excerpts::pieces).toList();
  }

  private static List<Hit.Piece> pieces(Object excerpt) {
    return excerpt instanceof List<?> pieces
        ? pieces.stream().map(Hit.Piece.class::cast).toList()
        : List.of();
  }
}
