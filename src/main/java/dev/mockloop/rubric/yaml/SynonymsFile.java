package dev.mockloop.rubric.yaml;

import dev.mockloop.rubric.Synonyms;
import dev.mockloop.text.Word;
import dev.mockloop.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The shape of {@code synonyms.yaml}. */
record SynonymsFile(List<List<String>> synonyms) {

  Synonyms toSynonyms() {
    return new Synonyms(synonyms);
  }

  /** Mistakes that a schema cannot name. */
  static List<Problem> problems(YamlDocument document) {
    List<Problem> found = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    JsonNode sets = document.root().path("synonyms");
    for (int s = 0; s < sets.size(); s++) {
      for (int m = 0; m < sets.get(s).size(); m++) {
        String pointer = "/synonyms/" + s + "/" + m;
        String member = sets.get(s).get(m).asString();
        List<String> words = Words.of(member).stream().map(Word::form).toList();
        if (member.matches(".*[()|&~>?=*<].*")) {
          found.add(
              document.problemAt(
                  pointer, "'" + member + "' holds an operator; a synonym is plain words"));
        } else if (words.isEmpty()) {
          found.add(
              document.problemAt(
                  pointer, "'" + member + "' holds no word that counts; leave it out"));
        } else if (!seen.add(words)) {
          found.add(
              document.problemAt(
                  pointer, "'" + member + "' stands in the synonyms twice; keep one"));
        }
      }
    }
    return found;
  }
}
