package dev.mockloop.rubric.yaml;

import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.Round;
import dev.mockloop.rubric.Slot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes a loop as the YAML that a person would write, so that it can be edited by hand. */
public final class LoopText {
  private static final String HEAD = "# yaml-language-server: $schema=../schema/loop.schema.json\n";

  private LoopText() {}

  /** The text of a loop file. */
  public static String of(Loop loop) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("id", loop.id());
    file.put("title", loop.title());
    file.put("level", loop.level().id());
    said(file, "for", loop.audience());
    said(file, "experience", loop.experience());
    said(file, "timeline", loop.timeline());
    file.put("minutes", minutes(loop.total()));
    file.put("probeMinutes", minutes(loop.probeTime()));
    file.put("rounds", loop.rounds().stream().map(LoopText::round).toList());
    DumpSettings block =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .build();
    return HEAD + new Dump(block).dumpToString(file);
  }

  private static Map<String, Object> round(Round round) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", round.id());
    entry.put("kind", round.kind().id());
    entry.put("title", round.title());
    entry.put("interviewer", round.interviewer());
    entry.put("minutes", minutes(round.budget()));
    if (!round.breakAfter().isZero()) {
      entry.put("breakMinutes", minutes(round.breakAfter()));
    }
    List<Map<String, Object>> slots = round.slots().stream().map(LoopText::slot).toList();
    entry.put("questions", slots);
    return entry;
  }

  private static Map<String, Object> slot(Slot slot) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", slot.question().value());
    entry.put("minutes", minutes(slot.time()));
    return entry;
  }

  private static void said(Map<String, Object> file, String key, String text) {
    if (!text.isEmpty()) {
      file.put(key, text);
    }
  }

  /** Whole minutes without a point. */
  private static Number minutes(Duration time) {
    double minutes = time.toSeconds() / 60.0;
    if (minutes == Math.rint(minutes)) {
      return (long) minutes;
    }
    return minutes;
  }
}
