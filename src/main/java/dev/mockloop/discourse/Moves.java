package dev.mockloop.discourse;

import dev.mockloop.text.Span;
import dev.mockloop.text.Word;
import dev.mockloop.text.Worded;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@link Move}s of a sentence. */
public final class Moves {
  private static final Cues<Move> CUES = new Cues<>();
  private static final List<String> ARROWS = List.of("->", "=>", "→");

  static {
    cue(
        Move.REASON,
        """
        because, so that, therefore, thus, hence, otherwise, that why, that is why, which is why, this is why
        reason, due to, given that, (which|that|this) means, meaning that, caused by, rests on
        so (i|we|it|he|she|they|no|one|that|each|every|nobody)
        since (i|we|it|he|she|they|this|that|there|each|no|one|our|my|its|their|only|these|those|people|customers)
        to avoid, to prevent, to keep, to make sure, in order to, or else, else (it|we|they|you|always)
        as (i|we|it|he|she|they|this|that|there|otherwise), idea (is|was|being), point (is|was)""");
    cue(
        Move.CONTRAST,
        """
        but, however, whereas, although, though, instead, rather than, would rather, than, versus, vs, unlike, despite
        even if, even though, on other hand, on one hand, at (cost|price|expense) of, trade off*, tradeoff*, trading, traded
        in exchange, in return, downside*, drawback*, upside*, (give|gives|gave|giving) up, cost, costs, price, expensive
        lose, losing, pay for, paid for, yet, still, not only, except, apart from, cheaper, slower, simpler, compared (to|with)
        alternative*, other (way|option|choice), against, worth it, overkill, enough for, acceptable, (i|we) accept
        tolerat*, compromis*, sacrific*, wins where""");
    cue(
        Move.CONDITION,
        """
        if, unless, until, once, when, whenever, in case, as long as, provided, only (if|when|after), depend* on
        (above|below|under|over|more than|less than|fewer than) #, at most, at least, up to""");
    cue(
        Move.FAILURE,
        """
        fail*, crash*, outage*, down, downtime, dies, died, dead, break, breaks, broke, broken, lost, loss, losses, loses
        wrong, bug, bugs, error, errors, duplicate*, twice, stale, out of order, late, delay, delays, delayed
        timeout*, time out, times out, timed out, retry, retries, retried, retrying, roll back, rolled back, rollback*
        fall back, falls back, fallback*, backoff, degrad*, overload*, recover*, restor*, backup*, corrupt*, inconsisten*
        race, races, deadlock*, risk*, danger*, hazard*, threat*, worst, stuck, blocked, reject*, refus*, incident*
        alarm*, alert*, stop line, stop rule, kill (it|switch|criteria), goes wrong, went wrong, mistake*, problem
        unreachable, drain*, shed, throttl*, bypass*, resist*, push back, pushed back, starv*""");
    cue(
        Move.PRIORITY,
        """
        first, firstly, second, secondly, third, thirdly, then, next, finally, last, lastly, later
        before (any|that|we|i|it|planning|starting|building), after (that|which|this), (start|started|starting) (with|by|from)
        begin with, begins with, in (year|month|week|quarter|phase|step) (one|two|three|#), (year|step) (one|two|three|#)
        most important*, matters (most|more), priorit*, not doing, (would|will) not do, on purpose, deliberate*
        out of scope, (leave|left) (out|alone), stage*, phase, phases, one at time, at end, no longer, not yet, quarter
        by (end|january|february|march|april|may|june|july|august|september|october|november|december)""");
    cue(
        Move.EXAMPLE,
        """
        e g, eg, for example, for instance, such as, say, like (when|#), (in|at) my last, at my (previous|old)
        one time, once i, imagine, suppose, picture""");
    cue(
        Move.DECISION,
        """
        i (would|will|) (choose|chose|pick|picked|decide|decided|go|went|take|took|accept|keep|kept|put|start|prefer|stay|stick|reject|drop|dropped|refuse|refused|insist|insisted|set|cut|buy|bet)
        i am going (with|for), my choice, i would rather, we (chose|decided|picked|agreed|dropped|kept), decid*, not doing
        i (do|did) not want""");
    cue(Move.QUANTITY, "half, double, doubles, doubled, halved, third, twice");
  }

  private Moves() {}

  private static void cue(Move move, String list) {
    CUES.with(move, list);
  }

  /** The moves of a sentence, each kind as often as it has words of its own. */
  static List<MoveEvidence> of(Worded worded, String text) {
    List<MoveEvidence> moves = new ArrayList<>();
    CUES.find(worded.words()).forEach(f -> moves.add(new MoveEvidence(f.of(), f.span())));
    for (Word word : worded.words()) {
      if (word.number()) {
        moves.add(new MoveEvidence(Move.QUANTITY, word.span()));
      }
    }
    Span sentence = worded.sentence().span();
    for (String arrow : ARROWS) {
      int at = text.indexOf(arrow, sentence.start(), sentence.end());
      if (at >= 0) {
        moves.add(new MoveEvidence(Move.REASON, new Span(at, at + arrow.length())));
      }
    }
    OwnActs.of(worded.sentence()).forEach(span -> moves.add(new MoveEvidence(Move.OWN_ACT, span)));
    return moves;
  }
}
