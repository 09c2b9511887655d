package dev.mockloop.scoring;

import dev.mockloop.discourse.Remark;
import dev.mockloop.discourse.Shape;
import java.util.Set;

/**
 * A sentence of an answer, as far as it may earn something.
 *
 * @param remark how it is said
 * @param stems the stems of its words, numbers left out
 * @param echo whether it only repeats the question
 * @param repeated whether the same words stand earlier in the answer
 */
record Statement(Remark remark, Set<String> stems, boolean echo, boolean repeated) {

  /** Whether it says something of its own: it is no bare list, no echo and no repetition. */
  boolean counts() {
    return remark.shape() != Shape.LIST && !echo && !repeated;
  }
}
