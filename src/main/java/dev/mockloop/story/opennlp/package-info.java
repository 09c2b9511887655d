/**
 * Story roles by a maximum-entropy model: {@link dev.mockloop.story.opennlp.MaxentRoleReader} reads
 * them, {@link dev.mockloop.story.opennlp.RoleTrainer} makes the model from labelled stories.
 */
@NullMarked
package dev.mockloop.story.opennlp;

import org.jspecify.annotations.NullMarked;
