package dev.mockloop.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacesTest {
  private static final InetAddress OFFICE = InetAddress.ofLiteral("203.0.113.7");

  private final AtomicLong now = new AtomicLong();
  private final Paces paces = new Paces(now::get);

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private static Errand draft(String session) {
    return Errand.of("PUT", "/api/sessions/" + session + "/drafts/0.0/1");
  }

  @Test
  void fourHundredPeopleBehindOneAddressTypeForAnHourAndNobodyIsEverStopped() {
    for (int second = 0; second < 3_600; second++) {
      for (int person = 0; person < 400; person++) {
        paces.count(OFFICE, draft("person-" + person));
        if (second % 2 == 0) {
          paces.count(OFFICE, Errand.of("POST", "/api/sessions/person-" + person + "/meter/0.0"));
        }
      }
      pass(Duration.ofSeconds(1));
    }
    assertThat(paces.size()).isEqualTo(401);
  }

  @Test
  void aFloodIsStoppedAndGoesOnWhenItHasWaited() {
    Errand costly = Errand.of("POST", "/api/sessions");
    for (long n = 0; n < Errand.Kind.COSTLY.pace().burst(); n++) {
      paces.count(OFFICE, costly);
    }
    assertThatThrownBy(() -> paces.count(OFFICE, costly))
        .isInstanceOfSatisfying(
            Refused.class,
            r -> {
              assertThat(r.status()).isEqualTo(429);
              assertThat(r.retryAfter().orElseThrow()).isLessThan(Duration.ofSeconds(1));
            });
    assertThatCode(() -> paces.count(OFFICE, draft("abc"))).doesNotThrowAnyException();
    assertThatCode(() -> paces.count(InetAddress.ofLiteral("203.0.113.8"), costly))
        .doesNotThrowAnyException();
    pass(Duration.ofSeconds(1));
    assertThatCode(() -> paces.count(OFFICE, costly)).doesNotThrowAnyException();
  }

  @Test
  void madeUpSessionsAreNoWayRound() {
    assertThatThrownBy(
            () -> {
              for (int n = 0; n < 20_000; n++) {
                paces.count(OFFICE, draft("made-up-" + n));
              }
            })
        .isInstanceOf(Refused.class);
  }

  @Test
  void aNetworkOfAddressesIsOneClient() {
    Errand signIn = new Errand(Errand.Kind.SIGN_IN, "");
    assertThatThrownBy(
            () -> {
              for (int n = 0; n < 100; n++) {
                paces.count(
                    InetAddress.ofLiteral("2001:db8:1:2::" + Integer.toHexString(n)), signIn);
              }
            })
        .isInstanceOf(Refused.class);
    assertThatCode(() -> paces.count(InetAddress.ofLiteral("2001:db8:1:3::1"), signIn))
        .doesNotThrowAnyException();
  }

  @Test
  void whatIsKeptOfClientsIsBounded() {
    for (int n = 0; n < 120_000; n++) {
      paces.count(
          InetAddress.ofLiteral("10." + (n >> 16) + "." + (n >> 8 & 255) + "." + (n & 255)),
          draft("abc"));
    }
    assertThat(paces.size()).isEqualTo(50_000);
  }

  @Test
  void thisComputerIsNotCounted() {
    for (int n = 0; n < 50_000; n++) {
      paces.count(InetAddress.ofLiteral("127.0.0.1"), new Errand(Errand.Kind.SIGN_IN, ""));
    }
    assertThat(paces.size()).isZero();
  }

  @Test
  void onlyTrustedProxiesSayWhoAsks() {
    InetAddress peer = InetAddress.ofLiteral("10.0.0.7");
    Proxies proxies = Proxies.of(List.of("10.0.0.0/8", "2001:db8::/32"));
    assertThat(Proxies.NONE.client(peer, "203.0.113.7")).isEqualTo(peer);
    assertThat(proxies.client(peer, "203.0.113.7")).isEqualTo(OFFICE);
    assertThat(proxies.client(peer, "1.2.3.4, 203.0.113.7, 10.9.9.9")).isEqualTo(OFFICE);
    assertThat(proxies.client(peer, "1.2.3.4, nonsense")).isEqualTo(peer);
    assertThat(proxies.client(peer, "")).isEqualTo(peer);
    assertThat(proxies.client(OFFICE, "1.2.3.4")).isEqualTo(OFFICE);
  }
}
