package dev.mockloop.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.mockloop.store.MemoryStore;
import dev.mockloop.team.Account;
import dev.mockloop.team.Role;
import dev.mockloop.team.TeamException;
import dev.mockloop.team.Visitor;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real provider on a port of its own. */
class OpenIdTest {
  private static final String HERE = "192.0.2.1";
  private static final Reception.Actor ACTOR =
      new Reception.Actor(new Visitor.Stranger(), "command line");

  private final SetClock clock = new SetClock();
  private final MemoryStore.Contents contents = new MemoryStore.Contents(true);
  private OpenIdProvider provider;
  private Reception reception;

  @BeforeEach
  void open() throws Exception {
    provider = new OpenIdProvider();
    reception = node();
    reception.addAccount("Ines", "ines@example.com", Role.INTERVIEWER, ACTOR);
  }

  @AfterEach
  void close() {
    provider.close();
  }

  private Reception node() {
    return Reception.open(
        new MemoryStore(contents),
        clock,
        new SecureRandom(),
        Optional.of(provider.settings("https://i.example.com")));
  }

  private Visitor signIn() {
    Reception.OpenIdStart start = reception.startOpenId();
    return reception.finishOpenId(provider.sayYes(start.to()), start.remembered(), HERE).visitor();
  }

  private void refusedWith(UnaryOperator<JWTClaimsSet.Builder> spoiled, String says) {
    provider.spoiled = spoiled;
    assertThatThrownBy(this::signIn).isInstanceOf(OpenIdException.class).hasMessageContaining(says);
    assertThat(reception.audit().newest("failed to sign in with OpenID", 10)).isNotEmpty();
  }

  @Test
  void whoHasAnAccountComesInAndIsBoundToTheSubject() {
    assertThat(signIn()).isInstanceOf(Visitor.Member.class);
    Account bound = reception.team().accounts().iterator().next();
    assertThat(bound.openId().orElseThrow().subject()).isEqualTo("subject-1");
    provider.email = "renamed@example.com";
    assertThat(signIn().id()).isEqualTo(bound.id());
  }

  @Test
  void whoHasNoAccountStaysOut() {
    provider.email = "stranger@example.com";
    assertThatThrownBy(this::signIn)
        .isInstanceOf(TeamException.class)
        .hasMessageContaining("no account");
  }

  @Test
  void anotherPersonUnderTheSameAddressStaysOut() {
    signIn();
    provider.subject = "subject-2";
    assertThatThrownBy(this::signIn).hasMessageContaining("another person");
  }

  @Test
  void aDisabledAccountStaysOut() {
    reception.disable(reception.team().accounts().iterator().next().id(), ACTOR);
    assertThatThrownBy(this::signIn).hasMessageContaining("no account");
  }

  @Test
  void aTokenForAnotherSignInIsRefused() {
    refusedWith(b -> b.claim("nonce", "another"), "ID token is not valid");
  }

  @Test
  void aTokenForAnotherClientIsRefused() {
    refusedWith(b -> b.audience("another"), "ID token is not valid");
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() {
    refusedWith(b -> b.issuer("https://evil.example"), "ID token is not valid");
  }

  @Test
  void anOldTokenIsRefused() {
    refusedWith(
        b -> b.expirationTime(Date.from(Instant.now().minusSeconds(3600))),
        "ID token is not valid");
  }

  @Test
  void aTokenWithAWrongSignatureOrNoneIsRefused() {
    provider.signed = OpenIdProvider.Signed.BY_ANOTHER;
    assertThatThrownBy(this::signIn).hasMessageContaining("ID token is not valid");
    provider.signed = OpenIdProvider.Signed.NOT;
    assertThatThrownBy(this::signIn).hasMessageContaining("ID token is not valid");
  }

  @Test
  void anAddressThatIsNotVerifiedIsRefused() {
    refusedWith(b -> b.claim("email_verified", false), "verified");
    refusedWith(b -> b.claim("email_verified", null), "verified");
  }

  @Test
  void anAnswerThatIsPlayedAgainIsRefusedOnEveryNode() {
    Reception.OpenIdStart start = reception.startOpenId();
    URI answer = provider.sayYes(start.to());
    reception.finishOpenId(answer, start.remembered(), HERE);
    assertThatThrownBy(() -> node().finishOpenId(answer, start.remembered(), HERE))
        .isInstanceOf(OpenIdException.class);
    // even when the provider would give the code again
    URI fresh = provider.sayYes(start.to());
    assertThatThrownBy(() -> node().finishOpenId(fresh, start.remembered(), HERE))
        .hasMessageContaining("used already");
  }

  @Test
  void anAnswerForAnotherBrowserIsRefused() {
    Reception.OpenIdStart mine = reception.startOpenId();
    Reception.OpenIdStart theirs = reception.startOpenId();
    URI answer = provider.sayYes(theirs.to());
    assertThatThrownBy(() -> reception.finishOpenId(answer, mine.remembered(), HERE))
        .hasMessageContaining("begun elsewhere");
    assertThatThrownBy(() -> reception.finishOpenId(answer, "", HERE))
        .hasMessageContaining("begun elsewhere");
    assertThatThrownBy(() -> reception.finishOpenId(answer, "a.b.c", HERE))
        .isInstanceOf(OpenIdException.class);
  }

  @Test
  void aCodeWithAnotherVerifierIsRefusedByTheProvider() {
    Reception.OpenIdStart start = reception.startOpenId();
    URI answer = provider.sayYes(start.to());
    String[] parts = start.remembered().split("\\.");
    String spoiled = parts[0] + "." + parts[1] + "." + "x".repeat(43);
    assertThatThrownBy(() -> reception.finishOpenId(answer, spoiled, HERE))
        .hasMessageContaining("refused the code");
  }

  @Test
  void anAnswerOfAnotherProviderIsRefused() {
    Reception.OpenIdStart start = reception.startOpenId();
    URI answer =
        URI.create(
            provider.sayYes(start.to()).toString().replaceFirst("iss=.*", "iss=https://evil"));
    assertThatThrownBy(() -> reception.finishOpenId(answer, start.remembered(), HERE))
        .hasMessageContaining("not from the provider");
  }

  @Test
  void aProviderThatIsAwayIsToldAndTriedAgainLater() throws Exception {
    provider.close();
    assertThatThrownBy(() -> reception.startOpenId()).hasMessageContaining("cannot be reached");
  }
}
