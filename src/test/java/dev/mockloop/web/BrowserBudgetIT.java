package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page may cost: bytes over the wire, requests, and nothing from another host. */
class BrowserBudgetIT extends BrowserTest {
  private static final int MOST_BYTES = 200_000;
  private static final int MOST_REQUESTS = 12;

  private final List<Request> requests = new ArrayList<>();

  BrowserBudgetIT() {
    super(1280, 900, ColorScheme.LIGHT);
  }

  private int bytes() {
    page.waitForLoadState(LoadState.LOAD);
    int sum = 0;
    for (Request request : List.copyOf(requests)) {
      Response response = request.response();
      if (response == null || request.url().endsWith("/live")) {
        continue; // a stream of events has no end to measure
      }
      Sizes sizes = request.sizes();
      sum += sizes.responseBodySize + sizes.responseHeadersSize;
    }
    return sum;
  }

  @Test
  void theFirstPageIsLightAndAsksNoOtherHost() {
    page.onRequest(requests::add);
    page.navigate(server.url());

    assertThat(bytes()).isPositive().isLessThan(MOST_BYTES);
    assertThat(requests).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
    assertThat(requests).allMatch(r -> r.url().startsWith(server.url()));
  }

  @Test
  void thePageForTypingIsLightAndHasModulesOnly() {
    page.onRequest(requests::add);
    practise("Distributed rate limiter");
    assertThat(page.locator("#text")).isVisible();
    requests.clear();
    page.reload();
    assertThat(page.locator("#saved")).isVisible();

    assertThat(bytes()).isPositive().isLessThan(MOST_BYTES);
    assertThat(requests).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
    assertThat(requests).allMatch(r -> r.url().startsWith(server.url()));
    assertThat(page.locator("script:not([type=module])")).hasCount(0);
  }
}
