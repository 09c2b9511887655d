package dev.mockloop.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operation of the API, for the page that shows them.
 *
 * @param method such as {@code GET}
 * @param path with its parameters in braces
 * @param summary one sentence
 * @param example a request body; empty when it takes none
 * @param answers status and meaning of each answer
 */
public record Operation(
    String method, String path, String summary, String example, List<String> answers) {

  public Operation {
    answers = List.copyOf(answers);
  }

  static Operation of(String method, String path, JsonNode node) {
    List<String> answers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> answer : node.path("responses").properties()) {
      answers.add(answer.getKey() + ": " + answer.getValue().path("description").asString(""));
    }
    JsonNode example =
        node.path("requestBody").path("content").path("application/json").path("example");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        node.path("summary").asString(""),
        example.isMissingNode()
            ? ""
            : JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(example),
        answers);
  }
}
