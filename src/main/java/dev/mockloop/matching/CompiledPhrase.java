package dev.mockloop.matching;

import dev.mockloop.text.Span;
import java.util.List;

/**
 * A phrase ready to be looked for.
 *
 * @param source as the author wrote it
 * @param part what it means
 */
record CompiledPhrase(String source, Part part) {

  /** Where it matches; {@code held} is what {@link Presence.Dictionary#lookUp} gave. */
  List<Span> find(AnswerIndex answer, long[] held) {
    long here = part.presence().in(held);
    return here == Presence.NOWHERE ? List.of() : answer.find(part.source().in(held, here));
  }
}
