package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import dev.mockloop.team.Secret;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class TeamCookiesTest {
  private static Cookie arrival(boolean secure) {
    Context reply = mock(Context.class);
    new TeamCookies(secure).arrival(reply, new Secret("token"));
    ArgumentCaptor<Cookie> sent = ArgumentCaptor.forClass(Cookie.class);
    verify(reply).cookie(sent.capture());
    return sent.getValue();
  }

  @Test
  void overHttpsACookieIsSecureAndBoundToThisHost() {
    Cookie cookie = arrival(true);
    assertThat(cookie.getName()).isEqualTo("__Host-mockloop-arrival");
    assertThat(cookie.getSecure()).isTrue();
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo(SameSite.LAX);
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
  }

  @Test
  void overHttpOnThisComputerItIsTheSameWithoutWhatNeedsHttps() {
    Cookie cookie = arrival(false);
    assertThat(cookie.getName()).isEqualTo("mockloop-arrival");
    assertThat(cookie.getSecure()).isFalse();
    assertThat(cookie.isHttpOnly()).isTrue();
  }
}
