package dev.mockloop.story.opennlp;

import dev.mockloop.story.Role;
import dev.mockloop.story.RoleFeatures;
import dev.mockloop.story.RoleReader;
import dev.mockloop.story.SentenceRole;
import dev.mockloop.text.Worded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import opennlp.tools.ml.BeamSearch;

/**
 * Reads roles with a maximum-entropy model and a beam search over the whole answer. Safe for many
 * threads.
 */
public final class MaxentRoleReader implements RoleReader {
  private static final String SHIPPED = "/dev/mockloop/story/roles.tsv";
  private static final int BEAM = 3;

  /** The search copies what it has decided at every step; a longer text is read in pieces. */
  private static final int LONGEST_SEQUENCE = 200;

  private final RoleModel model;
  private final RoleContexts contexts = new RoleContexts();

  private MaxentRoleReader(RoleModel model) {
    this.model = model;
  }

  /** The reader with the model that ships. */
  public static MaxentRoleReader load() {
    try (InputStream in = MaxentRoleReader.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is not on the class path; build again");
      }
      return new MaxentRoleReader(
          RoleModel.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException("the model of story roles cannot be read", e);
    }
  }

  /** A reader with a model just trained. */
  public static MaxentRoleReader of(String model) {
    try {
      return new MaxentRoleReader(RoleModel.read(new BufferedReader(new StringReader(model))));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
  }

  @Override
  public List<SentenceRole> read(List<Worded> answer) {
    if (answer.isEmpty()) {
      return List.of();
    }
    AnswerModel met = new AnswerModel(model.weights(), model.roles());
    SentenceFeatures[] sentences =
        RoleFeatures.of(answer).stream().map(met::add).toArray(SentenceFeatures[]::new);
    List<String> roles = new ArrayList<>();
    for (int from = 0; from < sentences.length; from += LONGEST_SEQUENCE) {
      SentenceFeatures[] piece =
          Arrays.copyOfRange(sentences, from, Math.min(sentences.length, from + LONGEST_SEQUENCE));
      roles.addAll(
          new BeamSearch(BEAM, met)
              .bestSequence(piece, new Object[0], contexts, (i, all, before, role) -> true)
              .getOutcomes());
    }
    List<SentenceRole> read = new ArrayList<>();
    for (int i = 0; i < sentences.length; i++) {
      read.add(
          new SentenceRole(
              answer.get(i).sentence().span(),
              Role.valueOf(roles.get(i).toUpperCase(Locale.ROOT))));
    }
    return read;
  }
}
