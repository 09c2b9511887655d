package dev.mockloop.rubric.yaml;

import dev.mockloop.rubric.Synonyms;
import java.util.List;

/** The shape of {@code synonyms.yaml}. */
record SynonymsFile(List<List<String>> synonyms) {

  Synonyms toSynonyms() {
    return new Synonyms(synonyms);
  }
}
