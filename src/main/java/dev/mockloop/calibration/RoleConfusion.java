package dev.mockloop.calibration;

import dev.mockloop.story.Role;
import dev.mockloop.story.SentenceRole;
import dev.mockloop.story.opennlp.LabelledStory;
import dev.mockloop.story.opennlp.MaxentRoleReader;
import dev.mockloop.story.opennlp.RoleTrainer;
import dev.mockloop.text.Worded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How often a sentence of one role is read as another: rows are people's labels. */
public final class RoleConfusion {
  private final int[][] counts = new int[Role.values().length][Role.values().length];
  private int stories;

  private RoleConfusion() {}

  /** What a model trained on some stories makes of others, of which it has seen none. */
  public static RoleConfusion of(
      RoleTrainer trainer, List<LabelledStory> training, List<LabelledStory> held) {
    RoleConfusion confusion = new RoleConfusion();
    confusion.add(trainer, MaxentRoleReader.of(trainer.train(training)), held);
    return confusion;
  }

  /** Every story read by a model that was trained without its fold. */
  public static RoleConfusion crossValidated(
      RoleTrainer trainer, List<LabelledStory> stories, int folds) {
    RoleConfusion confusion = new RoleConfusion();
    IntStream.range(0, folds)
        .parallel()
        .forEach(
            fold -> {
              List<LabelledStory> training = new ArrayList<>();
              List<LabelledStory> held = new ArrayList<>();
              for (int i = 0; i < stories.size(); i++) {
                (i % folds == fold ? held : training).add(stories.get(i));
              }
              if (!held.isEmpty()) {
                confusion.add(trainer, MaxentRoleReader.of(trainer.train(training)), held);
              }
            });
    return confusion;
  }

  private synchronized void add(
      RoleTrainer trainer, MaxentRoleReader reader, List<LabelledStory> held) {
    for (LabelledStory story : held) {
      List<SentenceRole> read = reader.read(Worded.of(trainer.prose(story)));
      for (int i = 0; i < read.size(); i++) {
        counts[story.roles().get(i).ordinal()][read.get(i).role().ordinal()]++;
      }
      stories++;
    }
  }

  public int stories() {
    return stories;
  }

  /** Sentences labelled so by people and read so by the machine. */
  public int count(Role labelled, Role read) {
    return counts[labelled.ordinal()][read.ordinal()];
  }

  /** The harmonic mean of precision and recall of a role; 0 when it never occurs. */
  public double f1(Role role) {
    int k = role.ordinal();
    int labelled = 0;
    int read = 0;
    for (int i = 0; i < counts.length; i++) {
      labelled += counts[k][i];
      read += counts[i][k];
    }
    return labelled + read == 0 ? 0 : 2.0 * counts[k][k] / (labelled + read);
  }

  /** The mean of F1 over all roles. */
  public double macroF1() {
    double sum = 0;
    for (Role role : Role.values()) {
      sum += f1(role);
    }
    return sum / Role.values().length;
  }

  /** The share of sentences read as labelled. */
  public double accuracy() {
    int right = 0;
    int all = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        all += counts[i][j];
        right += i == j ? counts[i][j] : 0;
      }
    }
    return all == 0 ? 0 : (double) right / all;
  }
}
