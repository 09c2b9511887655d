package dev.mockloop.story.opennlp;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.util.BeamSearchContextGenerator;

/** Adds to the features of a sentence what was decided for the sentences before it. */
final class RoleContexts implements BeamSearchContextGenerator<SentenceFeatures> {
  @Override
  public String[] getContext(
      int index, SentenceFeatures[] sentences, String[] roles, Object[] nothing) {
    List<String> context = new ArrayList<>(sentences[index].all());
    String before = index > 0 ? roles[index - 1] : "start";
    context.add("role-before=" + before);
    context.add("roles-before=" + (index > 1 ? roles[index - 2] : "start") + "+" + before);
    for (String feature : sentences[index].crossed()) {
      context.add("role-before=" + before + "+" + feature);
    }
    return context.toArray(String[]::new);
  }
}
