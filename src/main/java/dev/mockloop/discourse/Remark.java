package dev.mockloop.discourse;

import dev.mockloop.text.Sentence;
import dev.mockloop.text.Span;
import dev.mockloop.text.Word;
import dev.mockloop.text.Worded;
import java.util.List;
import java.util.Set;

/**
 * A sentence with all that can be read from how it is said.
 *
 * @param sentence the sentence
 * @param shape what kind of sentence it is
 * @param moves the moves of argument in it
 * @param denials what it denies
 * @param hypothetical whether it tells what would be done, or what one always does, rather than
 *     what was done once
 */
public record Remark(
    Sentence sentence,
    Shape shape,
    List<MoveEvidence> moves,
    List<Denial> denials,
    boolean hypothetical) {
  private static final Set<String> HABIT =
      Set.of(
          "always",
          "usually",
          "often",
          "never",
          "typically",
          "generally",
          "normally",
          "sometimes",
          "every",
          "important",
          "believe",
          "think",
          "when",
          "whenever",
          "should",
          "must",
          "if",
          "you",
          "someone",
          "somebody",
          "people");
  private static final Set<String> PAST =
      Set.of("was", "were", "had", "did", "could", "got", "went");
  private static final Set<String> WOULD = Set.of("would", "should", "could", "will");

  public Remark {
    moves = List.copyOf(moves);
    denials = List.copyOf(denials);
  }

  /** Reads one sentence of a text. */
  public static Remark of(Worded worded, String text) {
    Sentence sentence = worded.sentence();
    List<MoveEvidence> moves = Moves.of(worded, text);
    return new Remark(
        sentence,
        Shapes.of(sentence, moves),
        moves,
        Denials.of(worded, text),
        hypothetical(worded));
  }

  private static boolean hypothetical(Worded worded) {
    boolean general = false;
    for (Word word : worded.words()) {
      if (PAST.contains(word.form())) {
        return false;
      }
      general |= WOULD.contains(word.form()) || HABIT.contains(word.form());
    }
    return general && worded.sentence().tokens().stream().noneMatch(OwnActs::isPast);
  }

  public Span span() {
    return sentence.span();
  }

  /** The same without the moves of a kind that were read from any of these words. */
  public Remark without(Move move, List<Word> words) {
    if (words.isEmpty()) {
      return this;
    }
    return new Remark(
        sentence,
        shape,
        moves.stream()
            .filter(
                m -> m.move() != move || words.stream().noneMatch(w -> w.span().overlaps(m.span())))
            .toList(),
        denials,
        hypothetical);
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
