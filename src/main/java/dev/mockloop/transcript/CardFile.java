package dev.mockloop.transcript;

import dev.mockloop.scoring.LoopCard;
import dev.mockloop.store.StoreException;
import tools.jackson.core.JacksonException;

/** A scorecard as a file. */
public final class CardFile {
  /** The name it is kept under. */
  public static final String NAME = "scorecard.json";

  private CardFile() {}

  public static String write(LoopCard card) {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(card) + "\n";
  }

  /**
   * Reads a card back.
   *
   * @throws StoreException when the text is none
   */
  public static LoopCard read(String text) {
    try {
      return Json.MAPPER.readValue(text, LoopCard.class);
    } catch (JacksonException e) {
      throw new StoreException(
          "the scorecard cannot be read; delete " + NAME + " and it is made again", e);
    }
  }
}
