/**
 * How an answer says what it says: clauses, what is denied or waved away, and the moves of an
 * argument (reasons, trade-offs, quantities, conditions, failure, order, examples). All of it is
 * read from the text alone; no rubric is known here.
 */
@NullMarked
package dev.mockloop.discourse;

import org.jspecify.annotations.NullMarked;
