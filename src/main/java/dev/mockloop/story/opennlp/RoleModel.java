package dev.mockloop.story.opennlp;

import dev.mockloop.story.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * A maximum-entropy model as lines of text that can be read and compared: a feature, a tab, and a
 * weight for each role in the order of the first line.
 *
 * @param roles in that order
 * @param weights by feature
 */
record RoleModel(List<String> roles, Map<String, double[]> weights) {
  /** Weights nearer to 0 than this are not kept. */
  private static final double SMALLEST = 0.005;

  static RoleModel read(BufferedReader lines) throws IOException {
    List<String> header = List.of(lines.readLine().split("\t"));
    Map<String, double[]> weights = new HashMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] cells = line.split("\t", -1);
      weights.put(
          cells[0], Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray());
    }
    return new RoleModel(header.subList(1, header.size()), weights);
  }

  @SuppressWarnings("unchecked")
  static String write(AbstractModel model) {
    Object[] parts = model.getDataStructures();
    Map<String, Context> byFeature = (Map<String, Context>) parts[1];
    List<String> outcomes = List.of((String[]) parts[2]);
    List<String> roles = Arrays.stream(Role.values()).map(Role::id).toList();
    StringBuilder text = new StringBuilder("feature\t" + String.join("\t", roles) + "\n");
    new TreeMap<>(byFeature)
        .forEach(
            (feature, context) -> {
              double[] row = new double[roles.size()];
              for (int i = 0; i < context.getOutcomes().length; i++) {
                row[roles.indexOf(outcomes.get(context.getOutcomes()[i]))] =
                    context.getParameters()[i];
              }
              if (Arrays.stream(row).anyMatch(w -> Math.abs(w) >= SMALLEST)) {
                text.append(feature);
                Arrays.stream(row)
                    .forEach(w -> text.append('\t').append(String.format(Locale.ROOT, "%.3f", w)));
                text.append('\n');
              }
            });
    return text.toString();
  }
}
