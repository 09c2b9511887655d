package dev.mockloop.live;

import dev.mockloop.rating.RatingBook;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.rating.RatingStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The events of calibration as a book that is made anew only when there are new ones. */
final class RatingLog {
  private final RatingStore store;
  private List<RatingEvent> read = List.of();
  private RatingBook book = RatingBook.of(List.of());

  RatingLog(RatingStore store) {
    this.store = store;
  }

  synchronized RatingBook book() {
    List<RatingEvent> events = store.events();
    if (events != read) {
      book = RatingBook.of(events);
      read = events;
    }
    return book;
  }

  /**
   * Keeps what the decision makes of the book as it is at that moment; when somebody else was
   * first, it decides again.
   */
  synchronized List<RatingEvent> keep(Function<RatingBook, List<RatingEvent>> decision) {
    while (true) {
      List<RatingEvent> events = decision.apply(book());
      if (store.append(read.size(), events)) {
        return events;
      }
    }
  }

  /** The same for at most one event. */
  void keepOne(Function<RatingBook, Optional<? extends RatingEvent>> decision) {
    keep(book -> decision.apply(book).<List<RatingEvent>>map(List::of).orElse(List.of()));
  }
}
