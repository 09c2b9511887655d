/**
 * What an operator watches: {@link dev.mockloop.metrics.Metrics} counts and measures, and writes it
 * down as Prometheus reads it. It knows the store and nothing of interviews; no label ever holds an
 * id, a name or a word that somebody typed.
 */
@NullMarked
package dev.mockloop.metrics;

import org.jspecify.annotations.NullMarked;
