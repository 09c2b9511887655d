package dev.mockloop.story.opennlp;

import dev.mockloop.story.Role;
import dev.mockloop.story.RoleFeatures;
import dev.mockloop.text.Prose;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.Sentence;
import dev.mockloop.text.Span;
import dev.mockloop.text.Worded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Makes a role model from labelled stories: maximum entropy (Berger et al. 1996) with a Gaussian
 * prior (L2), fitted by L-BFGS; a sentence's features hold the roles before it (McCallum et al.
 * 2000).
 */
public final class RoleTrainer {
  private static final double L2 = 1.0;
  private static final int CUTOFF = 3;
  private static final int ITERATIONS = 120;

  private final ProseReader reader;
  private final RoleContexts contexts = new RoleContexts();

  public RoleTrainer(ProseReader reader) {
    this.reader = reader;
  }

  /** The model as text, in the form that {@link MaxentRoleReader} reads. */
  public String train(List<LabelledStory> stories) {
    List<Event> events = new ArrayList<>();
    for (LabelledStory story : stories) {
      SentenceFeatures[] sentences =
          RoleFeatures.of(Worded.of(prose(story))).stream()
              .map(SentenceFeatures::of)
              .toArray(SentenceFeatures[]::new);
      String[] roles = story.roles().stream().map(Role::id).toArray(String[]::new);
      for (int i = 0; i < sentences.length; i++) {
        events.add(new Event(roles[i], contexts.getContext(i, sentences, roles, new Object[0])));
      }
    }
    try {
      TrainingParameters parameters = new TrainingParameters();
      parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
      parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
      parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
      parameters.put(QNTrainer.L1COST_PARAM, 0.0);
      parameters.put(QNTrainer.L2COST_PARAM, L2);
      Map<String, String> report = new HashMap<>();
      OnePassDataIndexer index = new OnePassDataIndexer();
      index.init(parameters, report);
      index.index(ObjectStreamUtils.createObjectStream(events));
      QNTrainer trainer = new QNTrainer(parameters);
      trainer.init(parameters, report);
      return RoleModel.write((AbstractModel) trainer.train(index));
    } catch (IOException e) {
      throw new UncheckedIOException("events in memory cannot fail", e);
    }
  }

  /** A story as prose: each labelled sentence stays one, whatever a detector would say. */
  public Prose prose(LabelledStory story) {
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    for (String typed : story.sentences()) {
      int start = text.length();
      text.append(typed).append('\n');
      Prose read = reader.read(typed);
      List<dev.mockloop.text.Token> tokens =
          read.sentences().stream()
              .flatMap(s -> s.tokens().stream())
              .map(
                  t ->
                      new dev.mockloop.text.Token(
                          new Span(start + t.span().start(), start + t.span().end()),
                          t.text(),
                          t.form(),
                          t.tag(),
                          t.lemma()))
              .toList();
      sentences.add(new Sentence(new Span(start, start + typed.length()), tokens, false));
    }
    return new Prose(text.toString(), sentences);
  }
}
