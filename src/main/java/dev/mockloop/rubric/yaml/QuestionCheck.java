package dev.mockloop.rubric.yaml;

import dev.mockloop.rubric.PhraseParser;
import dev.mockloop.rubric.PhraseSyntaxException;
import dev.mockloop.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Mistakes within one question file that a schema cannot name. */
final class QuestionCheck {
  private final YamlDocument document;
  private final List<Problem> problems = new ArrayList<>();

  private QuestionCheck(YamlDocument document) {
    this.document = document;
  }

  static List<Problem> of(YamlDocument document) {
    QuestionCheck check = new QuestionCheck(document);
    check.criteria();
    check.redFlags();
    check.thresholds();
    return check.problems;
  }

  private void criteria() {
    unique("/criteria", "criterion");
    JsonNode criteria = document.root().path("criteria");
    for (int c = 0; c < criteria.size(); c++) {
      String at = "/criteria/" + c;
      unique(at + "/ideas", "idea");
      JsonNode ideas = criteria.get(c).path("ideas");
      double all = 0;
      for (int i = 0; i < ideas.size(); i++) {
        phrases(at + "/ideas/" + i + "/phrases");
        all += ideas.get(i).path("weight").asDouble(1);
      }
      JsonNode need = criteria.get(c).path("need");
      if (need.isNumber() && need.asDouble() > all) {
        problems.add(
            document.problemAt(
                at + "/need",
                "'need' asks for "
                    + need.asString()
                    + " but the ideas weigh "
                    + trimmed(all)
                    + " together; lower it"));
      }
    }
  }

  private static String trimmed(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private void redFlags() {
    unique("/redFlags", "red flag");
    JsonNode flags = document.root().path("redFlags");
    for (int f = 0; f < flags.size(); f++) {
      String at = "/redFlags/" + f;
      boolean found = flags.get(f).has("phrases");
      if (found == flags.get(f).has("unless")) {
        problems.add(
            document.problemAt(
                at,
                "a red flag has either 'phrases' (raised when one is there) or 'unless' (raised when none is)"));
      }
      phrases(at + (found ? "/phrases" : "/unless"));
    }
  }

  private void thresholds() {
    for (Map.Entry<String, JsonNode> lines : document.root().path("thresholds").properties()) {
      for (int i = 1; i < lines.getValue().size(); i++) {
        if (!(lines.getValue().get(i).asDouble() > lines.getValue().get(i - 1).asDouble())) {
          problems.add(
              document.problemAt(
                  "/thresholds/" + lines.getKey() + "/" + i,
                  "the thresholds must rise, but "
                      + lines.getValue().get(i).asString()
                      + " stands behind "
                      + lines.getValue().get(i - 1).asString()
                      + "; write a higher score here"));
        }
      }
    }
  }

  private void phrases(String pointer) {
    JsonNode phrases = document.root().at(pointer);
    Set<String> seen = new HashSet<>();
    for (int p = 0; p < phrases.size(); p++) {
      String source = phrases.get(p).asString();
      if (!seen.add(source)) {
        problems.add(
            document.problemAt(
                pointer + "/" + p, "the phrase '" + source + "' stands here twice; keep one"));
      }
      phrase(pointer + "/" + p, source);
    }
  }

  private void phrase(String pointer, String source) {
    try {
      PhraseParser.parse(source);
      if (Words.of(source).isEmpty() && !source.contains("<n>")) {
        problems.add(
            document.problemAt(
                pointer,
                "no answer can match the phrase '"
                    + source
                    + "', as 'a', 'an' and 'the' are passed over; write a word that says something"));
      }
    } catch (PhraseSyntaxException e) {
      problems.add(
          document.problemWithin(
              pointer,
              e.offset(),
              "the phrase '" + source + "' does not parse: " + e.getMessage()));
    }
  }

  private void unique(String pointer, String what) {
    JsonNode entries = document.root().at(pointer);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      String id = entries.get(i).path("id").asString("");
      if (!id.isEmpty() && !seen.add(id)) {
        problems.add(
            document.problemAt(
                pointer + "/" + i + "/id",
                "there is another " + what + " with the id '" + id + "'; give this one its own"));
      }
    }
  }
}
