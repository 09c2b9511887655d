package dev.mockloop.rubric.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML file as a JSON tree that remembers where each value stands. Anchors, aliases and type tags
 * are refused: rubrics are plain content, and those are how a small file turns into a large or a
 * harmful one.
 */
final class YamlDocument {
  private static final int MOST_CHARACTERS = 2_000_000;
  private static final int MOST_DEEP = 40;
  private static final Set<Tag> PLAIN_TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);

  private final Path file;
  private final Map<String, Place> values = new HashMap<>();
  private final Map<String, Place> keys = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private JsonNode root = JsonNodeFactory.instance.nullNode();

  /** The text of a document that is known to be sound, until a place in it is asked for. */
  private @Nullable String unplaced;

  private final boolean sound;

  private YamlDocument(Path file) {
    this.file = file;
    this.sound = false;
  }

  private YamlDocument(Path file, String text, JsonNode tree) {
    this.file = file;
    this.sound = true;
    this.root = tree;
    this.unplaced = text;
  }

  /** Parses a file's text, or takes what was parsed and found sound when Mockloop was built. */
  static YamlDocument read(Shape shape, Path file, String text) {
    return read(SoundTexts.SHIPPED, shape, file, text);
  }

  static YamlDocument read(SoundTexts known, Shape shape, Path file, String text) {
    return known
        .tree(shape, text)
        .map(tree -> new YamlDocument(file, text, tree))
        .orElseGet(() -> parse(file, text));
  }

  /** Parses a file's text. What is wrong with it is in {@link #problems()}. */
  static YamlDocument parse(Path file, String text) {
    YamlDocument document = new YamlDocument(file);
    int half = halfCharacter(text);
    if (half >= 0) {
      document.wrong(at(text, half), "half of a character stands here; delete it");
      return document;
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(MOST_CHARACTERS)
            // every alias is refused below, where its line is known; none is ever written out
            .setMaxAliasesForCollections(MOST_CHARACTERS)
            // all at once: the parser fails on a character of two halves at the end of a piece
            .setBufferSize(text.length() + 2)
            .setLabel(file.toString())
            .build();
    try {
      Optional<Event> tooDeep = tooDeep(settings, text);
      Optional<Node> top =
          tooDeep.isPresent() ? Optional.empty() : new Compose(settings).composeString(text);
      if (tooDeep.isPresent()) {
        document.wrong(
            place(tooDeep.get().getStartMark()),
            "this is nested more than " + MOST_DEEP + " deep; a rubric needs 6");
      } else if (top.isEmpty()) {
        document.problems.add(
            new Problem(
                file,
                1,
                1,
                "the file is empty; write a question, a loop or synonyms, or delete it"));
      } else {
        document.root = document.value(top.get(), "");
      }
    } catch (MarkedYamlEngineException e) {
      Place place = place(e.getProblemMark());
      document.problems.add(
          new Problem(file, place.line(), place.column(), "this is not YAML: " + reason(e)));
    } catch (YamlEngineException e) {
      document.problems.add(
          new Problem(file, 1, 1, "this is not YAML: " + oneLine(String.valueOf(e.getMessage()))));
    }
    return document;
  }

  /** Where one half of a surrogate pair stands alone, which the parser cannot read; or -1. */
  private static int halfCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      int character = text.codePointAt(i);
      if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
        return i;
      }
      i += Character.charCount(character) - 1;
    }
    return -1;
  }

  private static Place at(String text, int offset) {
    int line = 1;
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
      line++;
      start = end + 1;
    }
    return new Place(line, offset - start + 1);
  }

  /** Where a text goes deeper than any rubric does, so that reading it would use up the stack. */
  private static Optional<Event> tooDeep(LoadSettings settings, String text) {
    int deep = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent && ++deep > MOST_DEEP) {
        return Optional.of(event);
      }
      if (event instanceof CollectionEndEvent) {
        deep--;
      }
    }
    return Optional.empty();
  }

  /** Whether it was checked before as a whole and found sound. */
  boolean sound() {
    return sound;
  }

  JsonNode root() {
    return root;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** A problem at the value behind a JSON pointer, or at the nearest value around it. */
  Problem problemAt(String pointer, String message) {
    Place place = placeOf(values, pointer);
    return new Problem(file, place.line(), place.column(), message);
  }

  /** A problem at the key behind a JSON pointer. */
  Problem problemAtKey(String pointer, String message) {
    locate();
    Place place = placeOf(keys.containsKey(pointer) ? keys : values, pointer);
    return new Problem(file, place.line(), place.column(), message);
  }

  /** A problem some characters into a one-line value. */
  Problem problemWithin(String pointer, int offset, String message) {
    Place place = placeOf(values, pointer).right(offset);
    return new Problem(file, place.line(), place.column(), message);
  }

  /** Where the value behind a JSON pointer begins. */
  Optional<Place> valueAt(String pointer) {
    locate();
    return Optional.ofNullable(values.get(pointer));
  }

  /** Where the key behind a JSON pointer begins. */
  Optional<Place> keyAt(String pointer) {
    locate();
    return Optional.ofNullable(keys.get(pointer));
  }

  /** A sound document is parsed for its places only when one is asked for. */
  private synchronized void locate() {
    if (unplaced != null) {
      YamlDocument parsed = parse(file, unplaced);
      values.putAll(parsed.values);
      keys.putAll(parsed.keys);
      unplaced = null;
    }
  }

  private Place placeOf(Map<String, Place> places, String pointer) {
    locate();
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      Place place = places.get(at);
      if (place != null) {
        return place;
      }
    }
    return Place.TOP;
  }

  private JsonNode value(Node node, String pointer) {
    Place place = place(node.getStartMark());
    values.put(
        pointer,
        node instanceof ScalarNode scalar && !scalar.isPlain()
            ? place.right(quoteWidth(scalar))
            : place);
    if (node.getAnchor().isPresent() || !seen.add(node)) {
      wrong(
          place,
          "anchors and aliases ('&' and '*') are not allowed; write the value out, or put quotes round the text");
      return JsonNodeFactory.instance.nullNode();
    }
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer);
      case SequenceNode sequence -> array(sequence, pointer);
      case ScalarNode scalar -> scalar(scalar, place);
      default -> JsonNodeFactory.instance.nullNode();
    };
  }

  private static int quoteWidth(ScalarNode scalar) {
    return switch (scalar.getScalarStyle()) {
      case SINGLE_QUOTED, DOUBLE_QUOTED -> 1;
      default -> 0;
    };
  }

  private JsonNode object(MappingNode mapping, String pointer) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      Place place = place(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        wrong(place, "a key must be one word");
        continue;
      }
      String at = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
      if (object.has(key.getValue())) {
        wrong(place, "the key '" + key.getValue() + "' stands here twice; keep one");
        continue;
      }
      keys.put(at, place);
      object.set(key.getValue(), value(tuple.getValueNode(), at));
    }
    return object;
  }

  private JsonNode array(SequenceNode sequence, String pointer) {
    var array = JsonNodeFactory.instance.arrayNode();
    int index = 0;
    for (Node item : sequence.getValue()) {
      array.add(value(item, pointer + "/" + index++));
    }
    return array;
  }

  private JsonNode scalar(ScalarNode scalar, Place place) {
    Tag tag = scalar.getTag();
    String text = scalar.getValue();
    if (!PLAIN_TAGS.contains(tag)) {
      wrong(place, "the type tag '" + tag.getValue() + "' is not allowed; write a plain value");
      return JsonNodeFactory.instance.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JsonNodeFactory.instance.booleanNode(text.equalsIgnoreCase("true"));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(text);
    }
    return tag.equals(Tag.NULL)
        ? JsonNodeFactory.instance.nullNode()
        : JsonNodeFactory.instance.stringNode(text);
  }

  private static JsonNode number(String text) {
    try {
      return JsonNodeFactory.instance.numberNode(new java.math.BigDecimal(text));
    } catch (NumberFormatException e) {
      // .inf, .nan, 0x10 and the like are no number that a rubric needs; the schema then says so
      return JsonNodeFactory.instance.stringNode(text);
    }
  }

  private void wrong(Place place, String message) {
    problems.add(new Problem(file, place.line(), place.column(), message));
  }

  private static Place place(Optional<Mark> mark) {
    return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(Place.TOP);
  }

  private static String reason(MarkedYamlEngineException e) {
    String problem = oneLine(String.valueOf(e.getProblem()));
    String hint =
        problem.contains("mapping values") || problem.contains("found character")
            ? "; a text that holds ': ' or begins with a special sign needs quotes round it"
            : problem.contains("tab") || problem.contains("\\t") ? "; indent with spaces" : "";
    return problem + hint;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
