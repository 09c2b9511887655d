package dev.mockloop.transcript;

import dev.mockloop.interview.Event;
import dev.mockloop.rating.RatingEvent;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as lines of JSON, numbered from 1.
 *
 * @param type the sealed type of the events
 */
record EventLines<E>(Class<E> type) {
  static final EventLines<Event> OF_SESSIONS = new EventLines<>(Event.class);
  static final EventLines<RatingEvent> OF_RATINGS = new EventLines<>(RatingEvent.class);

  /** The lines of some events, each with its line end. */
  String write(int before, List<E> events) {
    StringBuilder lines = new StringBuilder();
    int number = before;
    for (E event : events) {
      ObjectNode line = JsonNodeFactory.instance.objectNode().put("seq", ++number);
      line.setAll(
          (ObjectNode) Json.MAPPER.readTree(Json.MAPPER.writerFor(type).writeValueAsString(event)));
      lines.append(Json.MAPPER.writeValueAsString(line)).append('\n');
    }
    return lines.toString();
  }

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException when it is no event with that number
   */
  E read(String line, int number) {
    try {
      JsonNode node = Json.MAPPER.readTree(line);
      if (!(node instanceof ObjectNode object) || node.path("seq").asInt(-1) != number) {
        throw new IllegalArgumentException("it does not carry the number " + number);
      }
      object.remove("seq");
      return Json.MAPPER.treeToValue(object, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is not an event", e);
    }
  }
}
