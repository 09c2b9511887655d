package dev.mockloop.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names with numbers, in the order that they came, up to a limit. */
final class Names {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final String what;
  private final int most;

  Names(String what, int most) {
    this.what = what;
    this.most = most;
  }

  int number(String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    if (names.size() == most) {
      throw new BadRatings(
          "there are more than "
              + most
              + " different entries in the column "
              + what
              + "; say which column it is, or leave it out, as --help shows under --map");
    }
    numbers.put(name, names.size());
    names.add(name);
    return names.size() - 1;
  }

  List<String> all() {
    return List.copyOf(names);
  }
}
