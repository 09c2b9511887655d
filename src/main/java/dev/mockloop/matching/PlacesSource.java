package dev.mockloop.matching;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.QueryVisitor;

/**
 * The places of one word as intervals, for Lucene's interval algebra to work on. An answer is one
 * small document that is read once; its places are at hand, and an index to look them up in would
 * cost more than the search.
 */
final class PlacesSource extends IntervalsSource {
  private final Places places;

  PlacesSource(Places places) {
    this.places = places;
  }

  /** Whether it shares no place with another. */
  boolean isApart(PlacesSource other) {
    return places.near(other.places, 1).count() == 0;
  }

  @Override
  public IntervalIterator intervals(String field, LeafReaderContext context) {
    return new PlacesIterator(places);
  }

  @Override
  public IntervalMatchesIterator matches(String field, LeafReaderContext context, int document) {
    throw new UnsupportedOperationException("places are read as intervals");
  }

  @Override
  public void visit(String field, QueryVisitor visitor) {
    // there is no term of an index to visit
  }

  @Override
  public int minExtent() {
    return 1;
  }

  @Override
  public Collection<IntervalsSource> pullUpDisjunctions() {
    return List.of(this);
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(places);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlacesSource that && that.places == places;
  }

  @Override
  public String toString() {
    return "places(" + places.count() + ")";
  }

  /** Goes through the places of the one document, whose number is 0. */
  private static final class PlacesIterator extends IntervalIterator {
    private static final float COST = 1;

    private final Places places;
    private int document = -1;
    private int next;
    private int now = -1;

    private PlacesIterator(Places places) {
      this.places = places;
    }

    @Override
    public int start() {
      return now;
    }

    @Override
    public int end() {
      return now;
    }

    @Override
    public int gaps() {
      return 0;
    }

    @Override
    public int nextInterval() {
      now = next < places.count() ? places.position(next++) : NO_MORE_INTERVALS;
      return now;
    }

    @Override
    public float matchCost() {
      return COST;
    }

    @Override
    public int docID() {
      return document;
    }

    @Override
    public int nextDoc() {
      return advance(document + 1);
    }

    @Override
    public int advance(int target) {
      document = target == 0 && places.count() > 0 ? 0 : NO_MORE_DOCS;
      next = 0;
      now = -1;
      return document;
    }

    @Override
    public long cost() {
      return 1;
    }
  }
}
