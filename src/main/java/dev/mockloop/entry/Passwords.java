package dev.mockloop.entry;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Passwords kept as Argon2id (RFC 9106) in the form {@code $argon2id$v=19$m=..,t=..,p=1$salt$hash}.
 * The parameters are 32 MiB, three passes, one lane: more than the 19 MiB and two passes that the
 * OWASP Password Storage Cheat Sheet asks for. A salt has 128 bits, a hash 256.
 *
 * <p>At most {@link #AT_ONCE} hashes are made at a time, so that attempts to sign in take at most
 * {@code AT_ONCE * 32} MiB however many come.
 */
final class Passwords {
  static final int MEMORY_KIB = 32 * 1024;
  static final int PASSES = 3;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  static final int AT_ONCE = 2;
  private static final long LONGEST_WAIT_SECONDS = 10;

  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  /** Of no password; checked for those who have none, so that the time tells nothing. */
  private static final String NOBODYS =
      "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
          .formatted(
              MEMORY_KIB,
              PASSES,
              LANES,
              base64(new byte[SALT_BYTES]),
              base64(new byte[HASH_BYTES]));

  private final Semaphore free = new Semaphore(AT_ONCE, true);
  private final SecureRandom random;

  Passwords(SecureRandom random) {
    this.random = random;
  }

  /** The hash to be kept for a password. */
  String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return limited(() -> FUNCTION.hash(bytes(password), salt).getResult());
  }

  /** Whether it is the password of this hash; the comparison takes the same time for any two. */
  boolean matches(String password, String hash) {
    return limited(
        () -> Argon2Function.getInstanceFromHash(hash).check(bytes(password), bytes(hash)));
  }

  /** Takes as long as {@link #matches}, for those who have no password. */
  void matchNobodys(String password) {
    matches(password, NOBODYS);
  }

  /** Whether a hash was made with other parameters than those of today. */
  boolean isOutdated(String hash) {
    return !Argon2Function.getInstanceFromHash(hash).equals(FUNCTION);
  }

  private interface Work<T> {
    T get();
  }

  private <T> T limited(Work<T> work) {
    try {
      if (!free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new TooManyTriesException(
            "Too many people sign in at this moment; try again in a minute", 60);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooManyTriesException("The server is about to stop; try again in a minute", 60);
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
