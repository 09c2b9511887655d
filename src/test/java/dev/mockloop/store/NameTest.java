package dev.mockloop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "20260105-120000-abc/events",
        "20260105-120000-abc/rubrics/design__rate-limiter.yaml",
        "revisions/design__x.draft.json"
      })
  void plainNamesAreTaken(String name) {
    assertThat(new Name(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "a/",
        "/a",
        "a//b",
        "..",
        "a/..",
        "../a",
        ".a",
        "a/.b",
        "a..b",
        "A",
        "a b",
        "a\\b",
        "a\u0000",
        "ä",
        "con",
        "a/nul.json",
        "com1",
        "a/b/c/d/e",
        "a:b",
        "~"
      })
  void namesThatMeanSomethingToAFileSystemAreRefused(String name) {
    assertThatThrownBy(() -> new Name(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void noNameLeadsOutOfItsFolder(@ForAll String text) {
    try {
      Path root = Path.of("root").toAbsolutePath();
      assertThat(root.resolve(new Name(text).value()).normalize()).startsWith(root);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("a name in the store");
    }
  }
}
