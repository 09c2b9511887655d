package dev.mockloop.story.opennlp;

import dev.mockloop.story.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * A maximum-entropy model as lines of text that can be read and compared: a feature, a tab, and a
 * weight for each role in the order of the first line.
 */
final class RoleModel {
  /** Weights nearer to 0 than this are not kept. */
  private static final double SMALLEST = 0.005;

  private RoleModel() {}

  static GISModel read(BufferedReader lines) throws IOException {
    String[] roles = lines.readLine().split("\t");
    String[] outcomes = Arrays.copyOfRange(roles, 1, roles.length);
    int[] all = IntStream.range(0, outcomes.length).toArray();
    List<String> features = new ArrayList<>();
    List<Context> weights = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] cells = line.split("\t", -1);
      features.add(cells[0]);
      weights.add(
          new Context(
              all, Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray()));
    }
    return new GISModel(weights.toArray(Context[]::new), features.toArray(String[]::new), outcomes);
  }

  /** All features that a model has weights for. */
  @SuppressWarnings("unchecked")
  static Set<String> features(AbstractModel model) {
    return Set.copyOf(((Map<String, Context>) model.getDataStructures()[1]).keySet());
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
