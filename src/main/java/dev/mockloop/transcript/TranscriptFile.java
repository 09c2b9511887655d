package dev.mockloop.transcript;

import dev.mockloop.interview.Event;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.scoring.LoopCard;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A whole transcript as one JSON document: every event, the scorecard, and what overrides it. */
public final class TranscriptFile {
  private TranscriptFile() {}

  public static String write(
      List<Event> events, LoopCard card, List<RatingEvent.Overridden> overrides) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    var list = root.putArray("events");
    for (Event event : events) {
      list.add(Json.MAPPER.readTree(EventLines.OF_SESSIONS.write(list.size() + 1, event)));
    }
    root.set("scorecard", Json.MAPPER.valueToTree(card));
    root.set("overrides", Json.MAPPER.valueToTree(overrides));
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }
}
