package dev.mockloop.web;

import io.javalin.http.Context;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the bodies of requests, where one that does not fit is the sender's mistake, and writes
 * those of replies.
 */
final class Bodies {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Bodies() {}

  static <T> T read(Context ctx, Class<T> type) {
    T body = MAPPER.readValue(ctx.body().isBlank() ? "null" : ctx.body(), type);
    if (body == null) {
      throw ProblemException.badRequest("The body is missing; /api lists the fields.");
    }
    return body;
  }

  static void json(Context ctx, JsonNode body) {
    ctx.contentType("application/json").result(MAPPER.writeValueAsBytes(body));
  }
}
