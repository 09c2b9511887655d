package dev.mockloop.live;

import dev.mockloop.interview.Refusal;
import dev.mockloop.interview.Session;
import java.util.Optional;

/**
 * What became of a command.
 *
 * @param session the session afterwards; all of it is on disk
 * @param refusal why the command was not carried out, if it was not
 */
public record Outcome(Session session, Optional<Refusal> refusal) {}
