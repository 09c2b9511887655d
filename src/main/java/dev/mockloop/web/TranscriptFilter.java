package dev.mockloop.web;

import dev.mockloop.interview.Session;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which transcripts are listed. An empty field lets all pass.
 *
 * @param words looked for in what was typed
 * @param candidate part of the candidate's name
 * @param loop a loop's id
 * @param mode {@code mock} or {@code practice}
 * @param state {@code open} or {@code over}
 */
public record TranscriptFilter(
    String words, String candidate, String loop, String mode, String state) {

  static TranscriptFilter of(Context ctx) {
    return new TranscriptFilter(
        value(ctx, "q"),
        value(ctx, "candidate"),
        value(ctx, "loop"),
        value(ctx, "mode"),
        value(ctx, "state"));
  }

  private static String value(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name)).orElse("").strip();
  }

  boolean lets(Session session) {
    return contains(session.candidate(), candidate)
        && (loop.isEmpty() || session.plan().loop().equals(loop))
        && (mode.isEmpty() || session.mode().id().equals(mode))
        && (state.isEmpty() || state.equals("over") == session.isOver());
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  /** Whether anything is asked for. */
  public boolean isSet() {
    return List.of(words, candidate, loop, mode, state).stream().anyMatch(v -> !v.isEmpty());
  }
}
