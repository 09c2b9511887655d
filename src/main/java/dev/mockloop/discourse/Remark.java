package dev.mockloop.discourse;

import dev.mockloop.text.Sentence;
import dev.mockloop.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A sentence with all that can be read from how it is said.
 *
 * @param sentence the sentence
 * @param shape what kind of sentence it is
 * @param moves the moves of argument in it
 * @param denials what it denies
 * @param hypothetical whether it tells what would or should be done rather than what was
 */
public record Remark(
    Sentence sentence,
    Shape shape,
    List<MoveEvidence> moves,
    List<Denial> denials,
    boolean hypothetical) {
  private static final Set<String> WOULD =
      Set.of("would", "i'd", "we'd", "should", "they'd", "he'd", "she'd", "could", "will", "i'll");

  public Remark {
    moves = List.copyOf(moves);
    denials = List.copyOf(denials);
  }

  /** Reads one sentence of a text. */
  public static Remark of(Sentence sentence, String text) {
    List<MoveEvidence> moves = Moves.of(sentence, text);
    return new Remark(
        sentence,
        Shapes.of(sentence, moves),
        moves,
        Denials.of(sentence, text),
        hypothetical(sentence));
  }

  private static boolean hypothetical(Sentence sentence) {
    boolean would =
        sentence.tokens().stream()
            .anyMatch(t -> WOULD.contains(t.text().toLowerCase(Locale.ROOT).replace('’', '\'')));
    boolean told = sentence.tokens().stream().anyMatch(OwnActs::isPast);
    return would && !told;
  }

  public Span span() {
    return sentence.span();
  }

  /** Whether what is said at this place is denied or waved away. */
  public boolean denies(Span said) {
    return denials.stream().anyMatch(d -> d.covers(said));
  }

  /** Whether the sentence waves something away. */
  public boolean dismisses() {
    return denials.stream().anyMatch(Denial::dismissal);
  }

  public boolean has(Move move) {
    return moves.stream().anyMatch(m -> m.move() == move);
  }

  /** How many different kinds of move it has. */
  public int kinds() {
    return (int) moves.stream().map(MoveEvidence::move).distinct().count();
  }
}
