package dev.mockloop.web.guard;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * How fast requests may come: a token bucket.
 *
 * @param burst how many at once, from 1
 * @param perSecond how many in the long run, from 1
 */
record Pace(long burst, long perSecond) {

  Bucket bucket(TimeMeter time) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(
            limit -> limit.capacity(burst).refillGreedy(perSecond, java.time.Duration.ofSeconds(1)))
        .build();
  }
}
