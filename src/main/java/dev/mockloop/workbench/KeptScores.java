package dev.mockloop.workbench;

import dev.mockloop.rubric.Level;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.Engine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Overall scores that need not be computed again: the same text, rubric, bank, seniority and engine
 * give the same score every time. The ones used longest ago go first. Safe for many threads.
 */
public final class KeptScores {
  private record Key(String rubric, String bank, String engine, Level seniority, String text) {}

  private final int most;
  private final Map<Key, Double> scores =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
          return size() > most;
        }
      };

  /**
   * Begins empty.
   *
   * @param most how many scores are kept; each takes about 300 bytes
   */
  public KeptScores(int most) {
    this.most = most;
  }

  /** Keeps the score of a card. */
  public void keep(AnswerCard card, String text) {
    Key key =
        new Key(
            card.rubricVersion(),
            card.bankVersion(),
            card.engineVersion(),
            card.seniority(),
            hash(text));
    synchronized (scores) {
      scores.put(key, card.overall());
    }
  }

  /** The score of a text under a rubric; empty when it is not known. */
  public OptionalDouble score(Side side, Level seniority, String text) {
    Key key =
        new Key(
            side.question().rubric().version(),
            side.bank().version(),
            Engine.VERSION,
            seniority,
            hash(text));
    synchronized (scores) {
      Double score = scores.get(key);
      return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
