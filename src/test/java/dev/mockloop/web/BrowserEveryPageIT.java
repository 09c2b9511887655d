package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.RubricFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Every page of a real run in four settings: none may break the rules of accessibility or be wider
 * than its screen, and each leaves a picture in {@code target/pictures} for people to look at.
 */
class BrowserEveryPageIT extends BrowserTest {
  private static final Catalogue CATALOGUE = RubricFolder.read(RUBRICS).catalogue();

  private enum Setting {
    DESKTOP(1280, 900, ColorScheme.LIGHT),
    PHONE(390, 844, ColorScheme.LIGHT),
    DARK(1280, 900, ColorScheme.DARK),
    PRINTED(794, 1123, ColorScheme.LIGHT);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Setting(int width, int height, ColorScheme scheme) {
      this.width = width;
      this.height = height;
      this.scheme = scheme;
    }
  }

  private Candidate ada;

  BrowserEveryPageIT() {
    super(1280, 900, ColorScheme.LIGHT);
  }

  @BeforeEach
  void arrive() {
    ada = new Candidate(server);
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void everyPageCanBeUsedAndFitsItsScreen(Setting setting) throws Exception {
    try (Page photographed = browser.page(setting.width, setting.height, setting.scheme)) {
      for (Map.Entry<String, String> entry : pages().entrySet()) {
        photographed.navigate(server.url() + entry.getValue());
        if (setting == Setting.PRINTED) {
          photographed.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        } else {
          Browser.assertAccessible(photographed);
          int wide =
              ((Number) photographed.evaluate("document.documentElement.scrollWidth")).intValue();
          assertThat(wide).as(entry.getKey()).isLessThanOrEqualTo(setting.width);
        }
        photographed.screenshot(
            new Page.ScreenshotOptions()
                .setPath(
                    Path.of(
                        "target/pictures",
                        setting.name().toLowerCase(Locale.ROOT),
                        entry.getKey() + ".png"))
                .setFullPage(true));
      }
    }
  }

  @Test
  void emptyPagesSayWhatToDo() {
    for (String path :
        new String[] {"", "transcripts", "stories", "progress", "calibrate", "nothing-here"}) {
      page.setExtraHTTPHeaders(Map.of("Accept", "text/html"));
      page.navigate(server.url() + path);
      Browser.assertAccessible(page);
      assertThat(page.locator("main a, main button").count()).as(path).isPositive();
      picture("empty-" + (path.isEmpty() ? "start" : path));
    }
  }

  /** A session in every state that has a page; the address of each. */
  private Map<String, String> pages() throws Exception {
    tellStory();
    String weak = finished("weak");
    String strong = finished("strong");
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("start", "");
    pages.put("own-loop", "own");
    pages.put("lobby", "sessions/" + ada.create(choice("mock")));
    pages.put("question", "sessions/" + started("mock"));
    pages.put("practice", "sessions/" + started("practice"));
    String probed = started("mock");
    ada.answer(probed, "0.0", sample("design/notification-system", "weak"));
    pages.put("follow-up", "sessions/" + probed);
    String paused = started("practice");
    ada.act(paused, "pause");
    pages.put("paused", "sessions/" + paused);
    pages.put("break", "sessions/" + inBreak());
    pages.put("over", "sessions/" + strong);
    pages.put("report", "sessions/" + strong + "/report");
    pages.put("report-weak", "sessions/" + weak + "/report");
    pages.put("replay", "sessions/" + strong + "/replay/0.0");
    pages.put("write-on", "sessions/" + weak + "/rewrite/0.0");
    pages.put("delete", "sessions/" + weak + "/delete");
    pages.put("transcripts", "transcripts");
    pages.put("search", "transcripts?q=queue");
    pages.put("progress", "progress");
    pages.put("compare", "compare?a=" + weak + ":0.0&b=" + strong + ":0.0");
    pages.put("stories", "stories");
    pages.put("story", "stories/new?title=An%20incident");
    pages.put("analysis", "workbench/executive/cto-vision/analysis");
    pages.put("weights", "workbench/design/rate-limiter/fit");
    pages.put("what-if", "workbench/design/rate-limiter/what-if");
    pages.put("agreement", "calibrate/agreement");
    pages.put("workbench", "workbench");
    pages.put("workbench-edit", "workbench/design/rate-limiter");
    pages.put("workbench-versions", "workbench/design/rate-limiter/versions");
    pages.put("workbench-rollback", "workbench/design/rate-limiter/rollback/1");
    pages.put("api", "api");
    pages.put("calibrate", "calibrate");
    pages.put("disagreements", "calibrate/adjudicate");
    pages.put("override", "sessions/" + weak + "/override/0.0");
    return pages;
  }

  private void tellStory() {
    page.navigate(server.url() + "stories/new");
    page.getByLabel("Title").fill("The port that went dark");
    page.getByLabel("Action").fill(sample("behavioral/incident-led", "strong"));
    button("Keep it").click();
  }

  private static Map<String, Object> choice(String mode) {
    return Map.of("loop", "staff-full", "mode", mode, "candidate", "Ada");
  }

  private String started(String mode) throws Exception {
    String id = ada.create(choice(mode));
    ada.act(id, "start");
    return id;
  }

  private String inBreak() throws Exception {
    String id = started("mock");
    run(id, "weak", "break");
    return id;
  }

  private String finished(String sample) throws Exception {
    String id = started("mock");
    run(id, sample, "finished");
    return id;
  }

  /** Answers all that is asked, with the samples of the rubrics, until a phase is come to. */
  private void run(String id, String sample, String until) throws Exception {
    JsonNode state = ada.state(id);
    while (!state.path("phase").asString().equals(until)) {
      switch (state.path("phase").asString()) {
        case "break" -> state = ada.act(id, "next");
        case "probe" ->
            state = write(id, state, "I would measure it first, because guesses were wrong.");
        default -> state = write(id, state, sample(state.at("/question/id").asString(), sample));
      }
    }
  }

  private JsonNode write(String id, JsonNode state, String text) throws Exception {
    String place = state.path("place").asString();
    ada.save(id, place, 1, text.substring(0, text.length() / 2));
    return ada.answer(id, place, text);
  }

  private static String sample(String question, String which) {
    var guidance = CATALOGUE.question(new QuestionId(question)).orElseThrow().guidance();
    return (which.equals("strong") ? guidance.strong() : guidance.weak()).orElseThrow();
  }
}
