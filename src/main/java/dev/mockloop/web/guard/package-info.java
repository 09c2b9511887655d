/**
 * Who and what is let in at the door, before any page or address of the API sees it: {@link
 * dev.mockloop.web.guard.Guard} checks the name the server was called by, where a request comes
 * from, how many there are and how large they are, and writes the headers that tell browsers what a
 * reply may do. It knows nothing of interviews.
 */
@NullMarked
package dev.mockloop.web.guard;

import org.jspecify.annotations.NullMarked;
