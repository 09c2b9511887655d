/**
 * The {@link dev.mockloop.text.ProseReader} that ships: Apache OpenNLP with its English models,
 * which come as libraries and are never downloaded. The only public type is {@link
 * dev.mockloop.text.opennlp.OpenNlpProseReader}.
 */
@NullMarked
package dev.mockloop.text.opennlp;

import org.jspecify.annotations.NullMarked;
