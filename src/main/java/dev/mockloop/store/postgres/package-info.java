/**
 * A store in PostgreSQL, for several servers over one database. SQL, the driver, the pool and the
 * migrations are seen here and nowhere else.
 */
@NullMarked
package dev.mockloop.store.postgres;

import org.jspecify.annotations.NullMarked;
