package dev.mockloop.relevance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * In how many of a collection of interview answers each word occurs.
 *
 * @param documents how many answers were counted
 * @param frequencies the answers that hold a stem; stems not listed occur in none
 */
public record Background(int documents, Map<String, Integer> frequencies) {
  private static final String SHIPPED = "/dev/mockloop/relevance/background.tsv";

  public Background {
    frequencies = Map.copyOf(frequencies);
  }

  /** The counts that ship, made from the answers and stories that the engine is fitted on. */
  public static Background load() {
    try (InputStream in = Background.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is not on the class path; build again");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("the word counts cannot be read", e);
    }
  }

  /** Counts in the form of the file that ships. */
  public static Background of(String lines) {
    try {
      return read(new BufferedReader(new StringReader(lines)));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
  }

  private static Background read(BufferedReader lines) throws IOException {
    int documents = Integer.parseInt(lines.readLine().split("\t")[1]);
    Map<String, Integer> frequencies = new HashMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] cells = line.split("\t");
      frequencies.put(cells[0], Integer.parseInt(cells[1]));
    }
    return new Background(documents, frequencies);
  }

  /** Inverse document frequency (Spärck Jones 1972): 0 for a word that every answer holds. */
  public double rarity(String stem) {
    int held = frequencies.getOrDefault(stem, 0);
    return Math.max(0, Math.log((documents + 1.0) / (held + 1.0)));
  }
}
