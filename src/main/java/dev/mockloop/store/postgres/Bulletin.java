package dev.mockloop.store.postgres;

import dev.mockloop.store.Name;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What one node tells the others when it changed something: its own id and the names, with spaces
 * between. PostgreSQL takes at most 8000 bytes; names are plain ASCII.
 */
record Bulletin(String node, List<Name> names) {
  static final String CHANNEL = "mockloop";
  private static final int MOST_BYTES = 7_900;

  Bulletin {
    names = List.copyOf(names);
  }

  /** As few payloads as carry all names. */
  static List<String> payloads(String node, List<Name> names) {
    List<String> payloads = new ArrayList<>();
    StringBuilder payload = new StringBuilder(node);
    for (Name name : names) {
      if (payload.length() + 1 + name.value().length() > MOST_BYTES) {
        payloads.add(payload.toString());
        payload = new StringBuilder(node);
      }
      payload.append(' ').append(name);
    }
    payloads.add(payload.toString());
    return payloads;
  }

  /** Empty when it is no bulletin of ours. */
  static Optional<Bulletin> read(String payload) {
    List<String> parts = Arrays.asList(payload.split(" ", -1));
    try {
      return Optional.of(
          new Bulletin(
              parts.getFirst(), parts.subList(1, parts.size()).stream().map(Name::new).toList()));
    } catch (IllegalArgumentException e) {
      // a newer version's names, or another program's
      return Optional.empty();
    }
  }
}
