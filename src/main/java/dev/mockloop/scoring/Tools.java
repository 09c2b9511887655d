package dev.mockloop.scoring;

import dev.mockloop.relevance.Background;
import dev.mockloop.story.RoleReader;
import dev.mockloop.text.ProseReader;
import java.util.concurrent.Executor;

/**
 * What scoring any question needs.
 *
 * @param reader reads text as language
 * @param roles reads what each sentence does in a story
 * @param background tells common words from telling ones
 * @param model makes merit of signals
 * @param beside runs what can be done beside the rest of an answer's scoring
 */
public record Tools(
    ProseReader reader,
    RoleReader roles,
    Background background,
    LevelModel model,
    Executor beside) {

  /** Tools that do one thing after the other, which is best for many answers at once. */
  public Tools(ProseReader reader, RoleReader roles, Background background, LevelModel model) {
    this(reader, roles, background, model, Runnable::run);
  }

  /** The same tools with another way to run things side by side. */
  public Tools beside(Executor other) {
    return new Tools(reader, roles, background, model, other);
  }
}
