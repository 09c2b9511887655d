package dev.mockloop.transcript;

import dev.mockloop.interview.Event;
import dev.mockloop.rating.RatingEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as lines of JSON, numbered from 1.
 *
 * @param type the sealed type of the events
 */
record EventLines<E>(Class<E> type) implements LineFormat<E> {
  static final EventLines<Event> OF_SESSIONS = new EventLines<>(Event.class);
  static final EventLines<RatingEvent> OF_RATINGS = new EventLines<>(RatingEvent.class);

  @Override
  public String write(int number, E event) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("seq", number);
    line.setAll(
        (ObjectNode) Json.MAPPER.readTree(Json.MAPPER.writerFor(type).writeValueAsString(event)));
    return Json.MAPPER.writeValueAsString(line);
  }

  @Override
  public E read(int number, String line) {
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
