package dev.mockloop.live;

import dev.mockloop.relevance.Background;
import dev.mockloop.scoring.LevelModel;
import dev.mockloop.scoring.Tools;
import dev.mockloop.story.opennlp.MaxentRoleReader;
import dev.mockloop.text.Prose;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.opennlp.OpenNlpProseReader;

/**
 * The tools of scoring with the models that ship, which are loaded when they are first needed. The
 * start page needs none, so a server is there before them.
 */
final class LateTools {
  private final Late<OpenNlpProseReader> reader = new Late<>(OpenNlpProseReader::load);
  private final Late<MaxentRoleReader> roles = new Late<>(MaxentRoleReader::load);

  /** Tools that wait for the models at their first use. */
  Tools tools() {
    return new Tools(
        new LateReader(reader),
        answer -> roles.get().read(answer),
        Background.load(),
        LevelModel.load());
  }

  /** Loads all that is not loaded yet. */
  void load() {
    roles.get();
    reader.get();
  }

  /** Whether all models are loaded. */
  boolean loaded() {
    return reader.ready() && roles.ready();
  }

  private record LateReader(Late<OpenNlpProseReader> reader) implements ProseReader {
    @Override
    public Prose read(String text) {
      return reader.get().read(text);
    }

    @Override
    public String lemma(String word, String partOfSpeech) {
      return reader.get().lemma(word, partOfSpeech);
    }
  }
}
