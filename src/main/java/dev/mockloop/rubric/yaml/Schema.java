package dev.mockloop.rubric.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a document against a JSON Schema (draft 2020-12) and says in plain words, at the right
 * place, what does not fit.
 */
final class Schema {
  private static final int LONGEST_SHOWN = 80;
  private final String name;
  private @Nullable Loaded loaded;

  /** A schema as it is written and as it is held against documents. */
  private record Loaded(JsonNode tree, com.networknt.schema.Schema schema) {
    static Loaded of(JsonNode tree) {
      return new Loaded(
          tree,
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(tree));
    }
  }

  private Schema(String name) {
    this.name = name;
  }

  /**
   * The shipped schema for a question, loop, synonyms or kinds file; loaded when it is first
   * needed, as the validator costs a start some tenths of a second.
   */
  static Schema named(String name) {
    return new Schema(name);
  }

  private synchronized Loaded loaded() {
    if (loaded == null) {
      loaded = load();
    }
    return loaded;
  }

  private Loaded load() {
    try (InputStream in = Schema.class.getResourceAsStream(name + ".schema.json")) {
      if (in == null) {
        throw new IllegalStateException(
            "the schema " + name + " is not on the class path; build Mockloop again");
      }
      return Loaded.of(JsonMapper.shared().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return JsonMapper.shared().writeValueAsString(loaded().tree());
  }

  List<Problem> check(YamlDocument document) {
    return loaded().schema().validate(document.root()).stream()
        .map(error -> problem(document, error))
        .toList();
  }

  private Problem problem(YamlDocument document, Error error) {
    String pointer = pointer(error);
    String property = error.getProperty();
    return switch (error.getKeyword()) {
      case "additionalProperties", "unevaluatedProperties" ->
          document.problemAtKey(
              pointer + "/" + property,
              "'"
                  + property
                  + "' is not a key here; "
                  + Nearest.hint(String.valueOf(property), knownKeys(error)));
      case "required" ->
          document.problemAt(pointer, "the key '" + property + "' is missing; add it");
      case "type" -> document.problemAt(pointer, typeMessage(pointer, error));
      case "enum" -> document.problemAt(pointer, enumMessage(error));
      default -> document.problemAt(pointer, name(pointer) + " " + limitMessage(error));
    };
  }

  private static String limitMessage(Error error) {
    JsonNode limit = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "minItems" ->
          "needs at least " + limit.asString() + (limit.asInt() == 1 ? " entry" : " entries");
      case "maxItems" -> "may have at most " + limit.asString() + " entries";
      case "minLength" -> "is empty; write it or leave the key out";
      case "exclusiveMinimum" -> "must be over " + limit.asString() + ", got " + got(error);
      case "minimum" -> "must be " + limit.asString() + " or more, got " + got(error);
      case "maximum" -> "must be " + limit.asString() + " or less, got " + got(error);
      case "uniqueItems" -> "names the same thing twice; keep one";
      case "pattern" ->
          "must be lower-case words with hyphens"
              + (limit.asString().contains("/")
                  ? " in two parts, such as design/rate-limiter"
                  : ", such as rate-limiter")
              + ", got '"
              + got(error)
              + "'";
      default -> error.getMessage();
    };
  }

  private static String typeMessage(String pointer, Error error) {
    JsonNode value = error.getInstanceNode();
    String wanted =
        switch (error.getSchemaNode().asString()) {
          case "string" -> "a text";
          case "number", "integer" -> "a number";
          case "boolean" -> "true or false";
          case "array" -> "a list (lines that begin with '- ')";
          default -> "a group of keys";
        };
    String mend =
        value.isValueNode() && !value.isNull() && wanted.equals("a text")
            ? "; put quotes round it"
            : "";
    return name(pointer) + " must be " + wanted + ", got " + kindOf(value) + mend;
  }

  private static String enumMessage(Error error) {
    List<String> allowed =
        StreamSupport.stream(error.getSchemaNode().spliterator(), false)
            .map(JsonNode::asString)
            .toList();
    String got = got(error);
    return "'" + got + "' is not known here; " + Nearest.hint(got, allowed);
  }

  private static String kindOf(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return "nothing";
    }
    return value.isObject()
        ? "a group of keys"
        : value.isArray() ? "a list" : "'" + value.asString() + "'";
  }

  private static String got(Error error) {
    if (!error.getInstanceNode().isValueNode()) {
      return "something else";
    }
    String value = error.getInstanceNode().asString();
    return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "...";
  }

  /**
   * The error points at a keyword of the schema; the {@code properties} beside it are the known
   * keys.
   */
  private List<String> knownKeys(Error error) {
    JsonNode at = loaded().tree();
    var location = error.getSchemaLocation().getFragment();
    for (int i = 0; i < location.getNameCount() - 1; i++) {
      at = at.path(String.valueOf(location.getElement(i)));
    }
    return List.copyOf(at.path("properties").propertyNames());
  }

  private static String name(String pointer) {
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    if (last.isEmpty()) {
      return "the file";
    }
    return last.chars().allMatch(Character::isDigit) ? "this entry" : "'" + last + "'";
  }

  private static String pointer(Error error) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
      pointer.append('/').append(error.getInstanceLocation().getElement(i));
    }
    return pointer.toString();
  }
}
