package dev.mockloop.team;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A token that lets its bearer in: {@value #BYTES} bytes from a generator that nobody can predict,
 * in URL-safe base 64. Only its hash is ever kept. SHA-256 without salt is enough, because nobody
 * can try 2 to the 256 tokens.
 */
public record Secret(String value) {
  private static final int BYTES = 32;
  private static final int LONGEST = 64;

  public Secret {
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new TeamException("A token has 1 to " + LONGEST + " characters");
    }
  }

  /**
   * A new one.
   *
   * @param random a {@code SecureRandom}, except in tests
   */
  public static Secret fresh(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** SHA-256 of the text, as 64 hexadecimal digits. */
  public String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Never the token itself, so that no log can hold it. */
  @Override
  public String toString() {
    return "Secret[...]";
  }
}
