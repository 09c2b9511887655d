package dev.mockloop.web.guard;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts requests by client, in memory. Each client has a bucket of tokens for each kind of errand,
 * and for each session it types in, and one for all together, so that made-up sessions are no way
 * round. The buckets longest unused are forgotten first. Clients on this computer are not counted.
 * Safe for many threads.
 */
final class Paces {
  /** All that one client sends, of any kind. */
  private static final Pace ALL = new Pace(10_000, 2_000);

  /** About 20 MB when full. */
  private static final int MOST_BUCKETS = 50_000;

  /** Whoever has one IPv6 address has a network of them (RFC 6177), which counts as one client. */
  private static final int NETWORK_BYTES = 8;

  private final TimeMeter time;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_BUCKETS;
        }
      };

  Paces(LongSupplier nanoseconds) {
    this.time =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return nanoseconds.getAsLong();
          }

          @Override
          public boolean isWallClockBased() {
            return false;
          }
        };
  }

  /** Counts a request; one too many is {@link Refused}. */
  void count(InetAddress client, Errand errand) {
    if (client.isLoopbackAddress()) {
      return;
    }
    String address = name(client);
    take(address + " " + errand.kind() + " " + errand.subject(), errand.kind().pace());
    take(address, ALL);
  }

  int size() {
    synchronized (buckets) {
      return buckets.size();
    }
  }

  private void take(String key, Pace pace) {
    ConsumptionProbe probe = bucket(key, pace).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Refused.tooMany(
          "Too many requests come from this address; wait a moment and try again. What you typed is still in your page.",
          Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private Bucket bucket(String key, Pace pace) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(key, k -> pace.bucket(time));
    }
  }

  private static String name(InetAddress client) {
    return client instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(client.getAddress(), NETWORK_BYTES))
        : client.getHostAddress();
  }
}
