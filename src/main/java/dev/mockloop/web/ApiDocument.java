package dev.mockloop.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document, and the operations in it for the page. */
final class ApiDocument {
  private static final String TEXT = read();

  private ApiDocument() {}

  static String text() {
    return TEXT;
  }

  static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path :
        JsonMapper.shared().readTree(TEXT).path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        operations.add(Operation.of(method.getKey(), path.getKey(), method.getValue()));
      }
    }
    return operations;
  }

  private static String read() {
    try (InputStream in = ApiDocument.class.getResourceAsStream("/openapi.json")) {
      if (in == null) {
        throw new IllegalStateException(
            "openapi.json is not on the class path; build Mockloop again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
