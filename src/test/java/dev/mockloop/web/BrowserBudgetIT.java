package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a page may cost: bytes over the wire, requests, and nothing from another host. */
class BrowserBudgetIT extends BrowserTest {
  private static final int MOST_BYTES = 200_000;
  private static final int MOST_REQUESTS = 15;

  private final List<String> asked = new ArrayList<>();
  private final List<Request> finished = new ArrayList<>();

  BrowserBudgetIT() {
    super(1280, 900, ColorScheme.LIGHT);
  }

  @BeforeEach
  void listen() {
    page.onRequest(r -> asked.add(r.url()));
    // a stream of events never finishes, and has no size to ask for
    page.onRequestFinished(finished::add);
  }

  private int bytes() {
    page.waitForLoadState(LoadState.LOAD);
    int sum = 0;
    for (Request request : List.copyOf(finished)) {
      Sizes sizes = request.sizes();
      sum += sizes.responseBodySize + sizes.responseHeadersSize;
    }
    return sum;
  }

  @Test
  void theFirstPageIsLightAndAsksNoOtherHost() {
    page.navigate(server.url());

    assertThat(bytes()).isPositive().isLessThan(MOST_BYTES);
    assertThat(asked).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
    assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith(server.url()));
  }

  @Test
  void thePageForTypingIsLightAndHasModulesOnly() {
    practise("Distributed rate limiter");
    assertThat(page.locator("#text")).isVisible();
    asked.clear();
    finished.clear();
    page.reload();
    assertThat(page.locator("#saved")).isVisible();

    assertThat(bytes()).isPositive().isLessThan(MOST_BYTES);
    assertThat(asked).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
    assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith(server.url()));
    assertThat(page.locator("script:not([type=module])")).hasCount(0);
  }
}
