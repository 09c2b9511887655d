/**
 * Which question a text speaks to: {@link dev.mockloop.relevance.Vocabulary} is what one question
 * is spoken about in, {@link dev.mockloop.relevance.Background} tells common words from telling
 * ones, and {@link dev.mockloop.relevance.Topics} compares a text with all the questions of a set.
 */
@NullMarked
package dev.mockloop.relevance;

import org.jspecify.annotations.NullMarked;
