package dev.mockloop.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/** Keeps the found words apart from the others, so that a page can mark them up itself. */
final class ExcerptFormatter extends PassageFormatter {
  private static final Hit.Piece GAP = new Hit.Piece(" … ", false);

  @Override
  public List<Hit.Piece> format(Passage[] passages, String content) {
    List<Hit.Piece> pieces = new ArrayList<>();
    int end = 0;
    for (Passage passage : passages) {
      if (passage.getStartOffset() > end && !pieces.isEmpty()) {
        pieces.add(GAP);
      }
      int at = passage.getStartOffset();
      for (int i = 0; i < passage.getNumMatches(); i++) {
        int start = Math.max(at, passage.getMatchStarts()[i]);
        int stop = passage.getMatchEnds()[i];
        if (stop > start) {
          add(pieces, content.substring(at, start), false);
          add(pieces, content.substring(start, stop), true);
          at = stop;
        }
      }
      end = passage.getEndOffset();
      add(pieces, content.substring(at, Math.max(at, end)), false);
    }
    return pieces;
  }

  private static void add(List<Hit.Piece> pieces, String text, boolean found) {
    if (!text.isEmpty()) {
      pieces.add(new Hit.Piece(text, found));
    }
  }
}
