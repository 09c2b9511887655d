package dev.mockloop.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real browser before a real server with an empty transcript folder. */
abstract class BrowserTest {
  static final Path RUBRICS = Path.of("rubrics");

  @TempDir Path folder;
  Browser browser;
  ServerProcess server;
  Page page;

  private final int width;
  private final int height;
  private final ColorScheme scheme;

  BrowserTest(int width, int height, ColorScheme scheme) {
    this.width = width;
    this.height = height;
    this.scheme = scheme;
  }

  @BeforeEach
  void openPage() throws Exception {
    browser = Browser.open();
    server = serve(0);
    page = browser.page(width, height, scheme);
  }

  @AfterEach
  void closeAll() throws Exception {
    if (server != null) {
      server.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  ServerProcess serve(int port) throws Exception {
    return ServerProcess.start(
        port, RUBRICS, folder.resolve("transcripts"), folder.resolve("clock"));
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  void practise(String title) {
    page.navigate(server.url());
    button("Practise: " + title).click();
    button("Start the clock").click();
  }

  /** The whole page, for people to look at. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/pictures", name + ".png"))
            .setFullPage(true));
  }

  /** For the README, with -Dmockloop.pictures=docs/images. */
  void forTheReadme(String name) {
    String target = System.getProperty("mockloop.pictures", "target/pictures");
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(target, name + ".png")));
  }
}
