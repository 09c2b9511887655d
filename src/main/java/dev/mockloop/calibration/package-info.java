/**
 * Holds the engine against people: rated answers, agreement between raters and the machine, and the
 * fit of the models that the engine ships with.
 */
@NullMarked
package dev.mockloop.calibration;

import org.jspecify.annotations.NullMarked;
