package dev.mockloop.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.mockloop.rating.Rater;
import dev.mockloop.team.Account;
import dev.mockloop.team.EmailAddress;
import dev.mockloop.team.Role;
import dev.mockloop.team.TeamException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private final Passwords passwords = new Passwords(new SecureRandom());
  private static final Account ACCOUNT =
      new Account(
          "ines",
          new Rater("Ines Castellano"),
          new EmailAddress("ines@example.com"),
          Role.INTERVIEWER,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          0);

  /** From the tests of the reference implementation, P-H-C/phc-winner-argon2, src/test.c. */
  @Test
  void theLibraryAgreesWithTheReferenceImplementation() {
    byte[] hash =
        Argon2Function.getInstance(65_536, 2, 1, 32, Argon2.ID)
            .hash(
                "password".getBytes(StandardCharsets.UTF_8),
                "somesalt".getBytes(StandardCharsets.UTF_8))
            .getBytes();
    assertThat(HexFormat.of().formatHex(hash))
        .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
  }

  @Test
  void aHashNamesItsParametersAndIsSaltedAnew() {
    String one = passwords.hash("wool under the piano");
    String two = passwords.hash("wool under the piano");
    assertThat(one).startsWith("$argon2id$v=19$m=32768,t=3,p=1$").isNotEqualTo(two);
    assertThat(Passwords.MEMORY_KIB).isGreaterThanOrEqualTo(19 * 1024);
    assertThat(Passwords.PASSES).isGreaterThanOrEqualTo(2);
    assertThat(passwords.matches("wool under the piano", one)).isTrue();
    assertThat(passwords.matches("wool under the pianO", one)).isFalse();
    assertThat(passwords.isOutdated(one)).isFalse();
  }

  @Test
  void aHashOfWeakerParametersStillMatchesAndIsOutdated() {
    String weak =
        Argon2Function.getInstance(8192, 1, 1, 32, Argon2.ID)
            .hash(
                "wool under the piano".getBytes(StandardCharsets.UTF_8),
                "0123456789abcdef".getBytes(StandardCharsets.UTF_8))
            .getResult();
    assertThat(passwords.matches("wool under the piano", weak)).isTrue();
    assertThat(passwords.isOutdated(weak)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "passwordpassword",
        "qwertyuiopasdf",
        "123456789012345",
        "aaaaaaaaaaaaaaaa",
        "inescastellano",
        "ines@example.com",
        "mockloopmockloop",
        "P@ssw0rd1234"
      })
  void whatIsEasyToGuessIsRefused(String password) {
    assertThatThrownBy(() -> PasswordRules.check(password, ACCOUNT))
        .isInstanceOf(TeamException.class)
        .hasMessageContaining("easy to guess")
        .hasMessageContaining("a few words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "elevenchars"})
  void whatIsShortIsRefusedWithItsLength(String password) {
    assertThatThrownBy(() -> PasswordRules.check(password, ACCOUNT))
        .hasMessageContaining("12 to 128 characters and this one has " + password.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wool under the piano",
        "αβγ κιθάρα βροχή λύκος",
        "kx7vq2hlmd9w",
        "lower case alone is fine here"
      })
  void anyKindOfCharactersWillDo(String password) {
    PasswordRules.check(password, ACCOUNT);
  }
}
