/**
 * One candidate's run through a loop, as a pure state machine over events: {@link
 * dev.mockloop.interview.Session} takes a command and the time, and answers with the {@link
 * dev.mockloop.interview.Event}s that follow from it; applying events gives the next session.
 *
 * <p>There is no clock, file or web in here: time comes in with each command, and deadlines are
 * kept as instants, so that any server that holds the events can answer for a session. What is
 * scored and how is behind {@link dev.mockloop.interview.Interviewer}, which is asked for a probe.
 */
@NullMarked
package dev.mockloop.interview;

import org.jspecify.annotations.NullMarked;
