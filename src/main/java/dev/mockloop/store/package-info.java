/**
 * Where everything that must not be lost is kept: {@link dev.mockloop.store.Store} is the port, of
 * named ledgers, which only grow, and named documents. It knows nothing of interviews.
 */
@NullMarked
package dev.mockloop.store;

import org.jspecify.annotations.NullMarked;
