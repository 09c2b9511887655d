package dev.mockloop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {

  private static List<String> blocks(String text) {
    return Blocks.of(text).stream()
        .map(b -> (b.listItem() ? "* " : "") + b.span().of(text))
        .toList();
  }

  @Test
  void aLineIsABlockAndAMarkerIsNoPartOfIt() {
    assertThat(blocks("Plan:\r\n- measure first\r\n2) then cut\n\n# Rollout\n• slowly"))
        .containsExactly("Plan:", "* measure first", "* then cut", "* Rollout", "* slowly");
  }

  @Test
  void aWrappedLineGoesOnTheLineBefore() {
    assertThat(
            blocks(
                "We kept the old path alive for two weeks, because the new one had\nnever seen a Monday.\nThen we cut over."))
        .containsExactly(
            "We kept the old path alive for two weeks, because the new one had\nnever seen a Monday.",
            "Then we cut over.");
  }

  @Test
  void aBlankLineEndsABlockEvenBeforeLowerCase() {
    String longLine = "this line is long enough to be one that was wrapped by an editor";
    assertThat(blocks(longLine + "\n\nand this is new"))
        .containsExactly(longLine, "and this is new");
  }

  @Test
  void textWithoutWordsHasNoBlocks() {
    assertThat(blocks("")).isEmpty();
    assertThat(blocks(" \n\t\r\n\u00a0")).isEmpty();
  }
}
