package dev.mockloop.story.opennlp;

import java.util.List;

/**
 * The features of a sentence as the model is given them.
 *
 * @param all every feature
 * @param crossed those that are also taken together with the role before
 */
record SentenceFeatures(List<String> all, List<String> crossed) {
  SentenceFeatures {
    all = List.copyOf(all);
    crossed = List.copyOf(crossed);
  }

  static SentenceFeatures of(List<String> features) {
    return new SentenceFeatures(
        features, features.stream().filter(SentenceFeatures::isCrossed).toList());
  }

  private static boolean isCrossed(String feature) {
    return feature.startsWith("who=")
        || feature.startsWith("tense=")
        || feature.startsWith("place=");
  }
}
