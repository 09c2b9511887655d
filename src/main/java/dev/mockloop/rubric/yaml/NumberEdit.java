package dev.mockloop.rubric.yaml;

import dev.mockloop.rubric.Level;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Sets weights and thresholds in the text of a question file and leaves every other character as
 * its author wrote it, comments and layout included. A number that is there is replaced in its
 * place; one that is not is put in on a line of its own.
 */
public final class NumberEdit {
  private static final String THRESHOLDS = "/thresholds";
  private String text;
  private YamlDocument document;

  private NumberEdit(String text) {
    this.text = text;
    this.document = parse(text);
  }

  /**
   * The text with other numbers.
   *
   * @param text a question file without problems
   * @param weights by the id of the criterion, over 0; criteria that are not named keep theirs
   * @param lines four rising thresholds; empty to leave them as they are
   * @param seniority whose weights and thresholds they are: where a criterion has a weight of its
   *     own for this seniority, that one is set
   */
  public static String apply(
      String text, Map<String, Double> weights, List<Double> lines, Level seniority) {
    NumberEdit edit = new NumberEdit(text);
    JsonNode criteria = edit.document.root().path("criteria");
    for (int c = 0; c < criteria.size(); c++) {
      Double weight = weights.get(criteria.get(c).path("id").asString());
      if (weight != null) {
        edit.weight("/criteria/" + c, weight, seniority);
      }
    }
    if (!lines.isEmpty()) {
      edit.thresholds(lines, seniority);
    }
    return edit.text;
  }

  private void weight(String criterion, double weight, Level seniority) {
    String own = criterion + "/weightAt/" + seniority.id();
    String usual = criterion + "/weight";
    if (document.valueAt(own).isPresent()) {
      replace(own, weight);
    } else if (document.valueAt(usual).isPresent()) {
      replace(usual, weight);
    } else {
      insertWeight(criterion, weight);
    }
  }

  private void insertWeight(String criterion, double weight) {
    Place key = document.keyAt(criterion + "/id").orElseThrow();
    int end = lineEnd(offset(key));
    String onItsOwnLine =
        text.substring(0, end)
            + lineBreak()
            + " ".repeat(key.column() - 1)
            + "weight: "
            + number(weight)
            + text.substring(end);
    String inBraces = before(key, "weight: " + number(weight) + ", ");
    take(List.of(onItsOwnLine, inBraces), criterion + "/weight", weight);
  }

  private void thresholds(List<Double> lines, Level seniority) {
    String at = THRESHOLDS + "/" + seniority.id();
    if (document.valueAt(at).isPresent()) {
      for (int i = 0; i < lines.size(); i++) {
        replace(at + "/" + i, lines.get(i));
      }
      return;
    }
    String list =
        seniority.id()
            + ": ["
            + String.join(", ", lines.stream().map(NumberEdit::number).toList())
            + "]";
    List<String> ways = new ArrayList<>();
    Optional<Place> group = document.valueAt(THRESHOLDS);
    if (group.isPresent()) {
      ways.add(before(group.get(), list + lineBreak() + " ".repeat(group.get().column() - 1)));
      ways.add(before(group.get().right(1), list + ", "));
    } else {
      Place criteria = document.keyAt("/criteria").orElseThrow();
      ways.add(before(criteria, "thresholds:" + lineBreak() + "  " + list + lineBreak()));
      ways.add(before(criteria, "thresholds: {" + list + "}, "));
    }
    take(ways, at + "/0", lines.getFirst());
  }

  /** Block style is tried first, then braces: the one after which the number is there is right. */
  private void take(List<String> ways, String pointer, double wanted) {
    for (String way : ways) {
      YamlDocument read = YamlDocument.parse(Path.of("draft.yaml"), way);
      if (read.problems().isEmpty() && read.root().at(pointer).asDouble(Double.NaN) == wanted) {
        text = way;
        document = read;
        return;
      }
    }
    throw new IllegalArgumentException(
        "the number at " + pointer + " cannot be put in; write it into the file by hand");
  }

  private void replace(String pointer, double value) {
    int from = offset(document.valueAt(pointer).orElseThrow());
    int to = from;
    while (to < text.length() && "+-.0123456789eE_".indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    text = text.substring(0, from) + number(value) + text.substring(to);
    document = parse(text);
  }

  private String before(Place place, String inserted) {
    int at = offset(place);
    return text.substring(0, at) + inserted + text.substring(at);
  }

  private static YamlDocument parse(String text) {
    YamlDocument document = YamlDocument.parse(Path.of("draft.yaml"), text);
    if (!document.problems().isEmpty()) {
      throw new IllegalArgumentException(document.problems().getFirst().toString());
    }
    return document;
  }

  /** Lines of YAML end with a line feed, a carriage return or both; columns are code points. */
  private int offset(Place place) {
    int at = 0;
    for (int line = 1; line < place.line(); line++) {
      at = lineEnd(at);
      boolean both =
          at + 1 < text.length() && text.charAt(at) == '\r' && text.charAt(at + 1) == '\n';
      at += both ? 2 : 1;
    }
    boolean mark = at == 0 && text.startsWith("\uFEFF");
    return text.offsetByCodePoints(mark ? 1 : at, place.column() - 1);
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private String lineBreak() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  private static String number(double value) {
    return BigDecimal.valueOf(Math.round(value * 100), 2).stripTrailingZeros().toPlainString();
  }
}
