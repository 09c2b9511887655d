package dev.mockloop.calibration;

import dev.mockloop.matching.Stems;
import dev.mockloop.text.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts in how many texts each stem occurs, for {@link dev.mockloop.relevance.Background}. */
public final class BackgroundCount {
  /** A stem in fewer texts is left out: it counts as rarest anyway. */
  private static final int FEWEST = 2;

  private BackgroundCount() {}

  /** The counts as the lines that the engine reads. */
  public static String of(List<String> texts) {
    Map<String, Integer> held = new TreeMap<>();
    for (String text : texts) {
      Stems.ofWords(Words.of(text)).forEach(stem -> held.merge(stem, 1, Integer::sum));
    }
    StringBuilder lines = new StringBuilder("documents\t" + texts.size() + "\n");
    held.forEach(
        (stem, count) -> {
          if (count >= FEWEST) {
            lines.append(stem).append('\t').append(count).append('\n');
          }
        });
    return lines.toString();
  }
}
