package dev.mockloop.workbench;

/**
 * How often a phrase finds its idea in the rated answers.
 *
 * @param phrase as the rubric's author wrote it
 * @param found in how many answers it stands, however it stands there
 * @param alone in how many of these no other phrase of the idea stands: what would be lost with it
 */
public record PhraseItem(String phrase, int found, int alone) {}
