package dev.mockloop.transcript;

import dev.mockloop.scoring.LoopCard;
import dev.mockloop.store.StoreException;
import java.time.Instant;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * A card that was made later than the first, with other rubrics. It stands beside the first one,
 * which stays as it is, in a file of its own, with the rubrics that explain it.
 *
 * @param id names the rubrics and the engine that it was made with: 12 hex digits
 * @param at when it was made
 * @param rubrics the text of the rubrics
 */
public record RescoredCard(String id, Instant at, KeptRubrics rubrics, LoopCard card) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
  private static final String PREFIX = "scorecard-";
  private static final String SUFFIX = ".json";

  public RescoredCard {
    if (!isId(id)) {
      throw new IllegalArgumentException("a card is named by 12 hex digits, got: " + id);
    }
  }

  /** Whether a text can name a card. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The name of the file that the card of an id is kept under. */
  public static String fileName(String id) {
    return PREFIX + id + SUFFIX;
  }

  /** Whether a file of a session is such a card. */
  public static boolean isFileName(String name) {
    return name.startsWith(PREFIX)
        && name.endsWith(SUFFIX)
        && isId(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
  }

  public String write() {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
  }

  /**
   * Reads a card back.
   *
   * @throws StoreException when the text is none
   */
  public static RescoredCard read(String name, String text) {
    try {
      return Json.MAPPER.readValue(text, RescoredCard.class);
    } catch (JacksonException e) {
      throw new StoreException(
          "the scorecard " + name + " cannot be read; delete it and score the session again", e);
    }
  }
}
