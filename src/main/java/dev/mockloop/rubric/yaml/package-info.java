/**
 * Reads loops, questions and synonyms from a folder of YAML files, and names every mistake with its
 * file, line and column. The door is {@link dev.mockloop.rubric.yaml.RubricFolder}.
 *
 * <p>A file goes three steps: {@code YamlDocument} parses it and remembers where each value stands;
 * {@code Schema} holds it against the JSON Schema that editors use too; {@code QuestionFile},
 * {@code LoopFile} and {@code SynonymsFile} are its shape in Java, bound by Jackson, and turn into
 * the model. A file with a problem is left out and never stops the others.
 */
@NullMarked
package dev.mockloop.rubric.yaml;

import org.jspecify.annotations.NullMarked;
