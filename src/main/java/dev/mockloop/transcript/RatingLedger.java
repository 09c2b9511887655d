package dev.mockloop.transcript;

import dev.mockloop.rating.RatingEvent;
import dev.mockloop.rating.RatingStore;
import dev.mockloop.store.ConflictException;
import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened in calibration, in the ledger {@code ratings/ratings}. Before it come the events
 * that samples bring with them, {@code sample-*}{@code /ratings}, which are only read.
 */
public final class RatingLedger implements RatingStore {
  private static final String SAMPLE = "sample-";
  private static final String RATINGS = "ratings";

  private final Ledger<RatingEvent> ledger;
  private final int shipped;
  private List<RatingEvent> all;

  public RatingLedger(Store store) {
    this.ledger = new Ledger<>(store, Name.in(RATINGS, RATINGS), EventLines.OF_RATINGS);
    this.all =
        store.foldersWith(RATINGS).stream()
            .filter(f -> f.startsWith(SAMPLE))
            .map(f -> new Ledger<>(store, Name.in(f, RATINGS), EventLines.OF_RATINGS))
            .flatMap(l -> l.entries(0).stream())
            .toList();
    this.shipped = all.size();
    events();
  }

  @Override
  public synchronized List<RatingEvent> events() {
    List<RatingEvent> more = ledger.entries(all.size() - shipped);
    if (!more.isEmpty()) {
      List<RatingEvent> together = new ArrayList<>(all);
      together.addAll(more);
      all = List.copyOf(together);
    }
    return all;
  }

  @Override
  public synchronized boolean append(int before, List<RatingEvent> events) {
    try {
      if (!events.isEmpty()) {
        ledger.append(before - shipped, events);
      }
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }
}
