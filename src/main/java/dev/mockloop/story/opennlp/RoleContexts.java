package dev.mockloop.story.opennlp;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.util.BeamSearchContextGenerator;

/** Adds to the features of a sentence what was decided for the sentences before it. */
final class RoleContexts implements BeamSearchContextGenerator<List<String>> {
  @Override
  public String[] getContext(
      int index, List<String>[] sentences, String[] roles, Object[] nothing) {
    List<String> context = new ArrayList<>(sentences[index]);
    String before = index > 0 ? roles[index - 1] : "start";
    context.add("role-before=" + before);
    context.add("roles-before=" + (index > 1 ? roles[index - 2] : "start") + "+" + before);
    for (String feature : sentences[index]) {
      if (feature.startsWith("who=")
          || feature.startsWith("tense=")
          || feature.startsWith("place=")) {
        context.add("role-before=" + before + "+" + feature);
      }
    }
    return context.toArray(String[]::new);
  }
}
