package dev.mockloop.rubric;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The questions that an answer may be about. An answer is held against all of them, so that one
 * given to another question is told apart.
 *
 * @param questions by id
 * @param synonyms what means the same in all of them
 * @param version names this exact set of rubrics
 */
public record QuestionBank(List<Question> questions, Synonyms synonyms, String version) {
  private static final int VERSION_LENGTH = 12;

  public QuestionBank {
    questions = List.copyOf(questions);
  }

  public static QuestionBank of(Collection<Question> questions, Synonyms synonyms) {
    List<Question> sorted = questions.stream().sorted(Comparator.comparing(Question::id)).toList();
    String all =
        sorted.stream()
            .map(q -> q.id() + "@" + q.rubric().version())
            .collect(Collectors.joining("\n"));
    return new QuestionBank(sorted, synonyms, hash(all));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
