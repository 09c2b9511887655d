package dev.mockloop.rubric.yaml;

import dev.mockloop.rubric.Briefing;
import dev.mockloop.rubric.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shape of {@code kinds.yaml}, after the schema has held. */
record KindsFile(Map<String, Entry> kinds) {

  record Entry(
      @Nullable String opening,
      @Nullable String closing,
      @Nullable List<String> tips,
      @Nullable List<String> rejections) {

    Briefing toBriefing() {
      return new Briefing(
          Optional.ofNullable(opening).map(String::strip),
          Optional.ofNullable(closing).map(String::strip),
          tips == null ? List.of() : tips,
          rejections == null ? List.of() : rejections);
    }
  }

  Map<Kind, Briefing> toBriefings() {
    Map<Kind, Briefing> briefings = new LinkedHashMap<>();
    kinds.forEach((kind, entry) -> briefings.put(new Kind(kind), entry.toBriefing()));
    return briefings;
  }
}
