package dev.mockloop.scoring;

import dev.mockloop.relevance.Background;
import dev.mockloop.story.RoleReader;
import dev.mockloop.text.ProseReader;

/**
 * What scoring any question needs.
 *
 * @param reader reads text as language
 * @param roles reads what each sentence does in a story
 * @param background tells common words from telling ones
 * @param model makes merit of signals
 */
public record Tools(
    ProseReader reader, RoleReader roles, Background background, LevelModel model) {}
