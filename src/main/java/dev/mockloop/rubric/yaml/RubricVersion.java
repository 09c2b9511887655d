package dev.mockloop.rubric.yaml;

import dev.mockloop.rubric.Synonyms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names the exact content that a score was read with: the first 12 hex digits of the SHA-256 of the
 * question's text and the synonyms. Any edit of either makes another version.
 */
final class RubricVersion {
  private static final int DIGITS = 12;

  private RubricVersion() {}

  static String of(String questionText, Synonyms synonyms) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(questionText.getBytes(StandardCharsets.UTF_8));
      digest.update(synonyms.sets().toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
