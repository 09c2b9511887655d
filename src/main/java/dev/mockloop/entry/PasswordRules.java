package dev.mockloop.entry;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.mockloop.team.Account;
import dev.mockloop.team.TeamException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Which passwords are taken, after NIST SP 800-63B, 5.1.1.2: {@value #SHORTEST} to {@value
 * #LONGEST} characters of any kind and no rule on which. What is on a list of common passwords, or
 * is put together from such a list, from names, dates and rows of keys, is refused: fewer than ten
 * to the {@value #GUESSES_LOG10} guesses by the estimate of zxcvbn (Wheeler 2016). The lists are
 * part of the library; nothing is asked over the network.
 */
final class PasswordRules {
  static final int SHORTEST = 12;
  static final int LONGEST = 128;
  private static final double GUESSES_LOG10 = 9;

  private static final Zxcvbn ESTIMATE = new Zxcvbn();

  /** The estimate takes longer than linear time, and what comes later only adds to it. */
  private static final int MOST_ESTIMATED = 48;

  private PasswordRules() {}

  /** The form that is hashed: the same characters typed on any keyboard are the same password. */
  static String normal(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC);
  }

  /** Throws a {@link TeamException} with what is wrong. */
  static void check(String typed, Account account) {
    String password = normal(typed);
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new TeamException(
          "A password has "
              + SHORTEST
              + " to "
              + LONGEST
              + " characters and this one has "
              + length
              + "; a few words that do not belong together are good");
    }
    Strength strength =
        ESTIMATE.measure(
            password.length() <= MOST_ESTIMATED ? password : password.substring(0, MOST_ESTIMATED),
            List.of(
                "mockloop",
                account.name().name(),
                account.email().value(),
                account.email().value().replaceFirst("@.*", "")));
    if (strength.getGuessesLog10() < GUESSES_LOG10) {
      String warning = strength.getFeedback().getWarning(Locale.ENGLISH);
      throw new TeamException(
          "This password is easy to guess"
              + (warning.isBlank() ? "" : " (" + warning.replaceFirst("\\.$", "") + ")")
              + "; a few words that do not belong together are good");
    }
  }
}
