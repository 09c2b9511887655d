package dev.mockloop.rating;

import java.util.List;

/** What a rater may see of an answer beside the answer itself and its rubric. */
public sealed interface Sight {

  /** Nothing: neither the machine's score nor what others gave. */
  record Blind() implements Sight {}

  /**
   * All, because the rater's own levels stand.
   *
   * @param own what the rater gave, the first rating first
   * @param others the first rating of everybody else, in order of time
   */
  record Open(List<RatingEvent.Given> own, List<RatingEvent.Given> others) implements Sight {
    public Open {
      own = List.copyOf(own);
      others = List.copyOf(others);
    }
  }
}
