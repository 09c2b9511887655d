package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of another site, in a browser that is signed in here as far as one can be. */
class BrowserForgeryIT extends BrowserTest {
  private HttpServer elsewhere;

  BrowserForgeryIT() {
    super(1280, 900, ColorScheme.LIGHT);
  }

  @BeforeEach
  void openTheOtherSite() throws Exception {
    elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    elsewhere.start();
  }

  @AfterEach
  void closeTheOtherSite() {
    elsewhere.stop(0);
  }

  private String site(String body) {
    byte[] page = ("<!doctype html><title>x</title>" + body).getBytes(StandardCharsets.UTF_8);
    elsewhere.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/";
  }

  private String sessions() {
    return page.request().get(server.url() + "api/sessions").text();
  }

  @Test
  void aPageOfAnotherSiteChangesNothing() {
    page.navigate(server.url() + "calibrate");
    page.getByLabel("Your name").first().fill("Ana");
    page.getByLabel("Your name").first().press("Enter");
    String before = sessions();
    page.navigate(
        site(
            """
            <form method="post" action="%ssessions">
              <input name="mode" value="practice"><input name="question" value="behavioral/mentoring">
              <button>Win</button>
            </form>
            """
                .formatted(server.url())));
    Response forged = page.waitForNavigation(() -> page.getByText("Win").click());
    assertThat(forged.status()).isEqualTo(403);
    assertThat(page.content()).contains("does not come from a page of this server");
    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void aPageOfAnotherSiteReadsAndFramesNothing() {
    String address = site("<iframe></iframe>");
    page.navigate(address);
    String read =
        """
        url => fetch(url, { mode: "cors" }).then(r => r.text(), () => "kept out")""";
    assertThat(page.evaluate(read, server.url() + "api/sessions")).isEqualTo("kept out");
    String sent =
        """
        url => fetch(url, { method: "POST", mode: "no-cors", credentials: "include",
          headers: { "Content-Type": "text/plain" },
          body: '{"mode":"practice","question":"behavioral/mentoring"}' }).then(() => "sent", () => "kept out")""";
    page.evaluate(sent, server.url() + "api/sessions");
    assertThat(sessions()).isEqualTo("[]");
    page.evaluate(
        "url => new Promise(done => { const f = document.querySelector('iframe'); f.onload = done; f.src = url; })",
        server.url() + "transcripts");
    assertThat(page.frames().getLast().content()).doesNotContain("Transcripts");
  }
}
