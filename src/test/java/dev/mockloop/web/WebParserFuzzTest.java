package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.fuzz.Fuzz;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebParserFuzzTest {

  @Test
  void markdown() {
    Fuzz.feed(
        "markdown",
        1_500,
        List.of(
            "- a **bold** move\n- `code`\n\n> quote\n\n1. one\n2. two\n",
            "[a](https://a.example) ![i](x.png) <b>raw</b> &amp; ```mermaid\ngraph TD; A-->B\n```",
            "[[[[a](b)](c)](d)](e) *a **b *c** d* _e_ \\* \\[",
            "# h\n\n***\n\n    code\n\n[ref]: javascript:alert(1) \"t\"\n[x][ref]\n"),
        mutant -> {
          String html = Markdown.html(mutant);
          assertThat(html)
              .doesNotContainPattern("(?i)<(script|img|iframe|style|svg|form|input|object|b>)")
              .doesNotContainPattern("(?i)<[^>]*(href|src)=\"\\s*(javascript|data|vbscript):")
              .doesNotContainPattern("(?i)<[a-z][^>\"]*\\son[a-z]+=");
          Markdown.diagrams(mutant);
        });
  }

  @Test
  void places() {
    Fuzz.feed(
        "places",
        1_000,
        List.of("0.0", "2.11p"),
        mutant -> {
          try {
            assertThat(Places.read(Places.read(mutant).id())).isEqualTo(Places.read(mutant));
          } catch (ProblemException e) {
            assertThat(e.status()).isEqualTo(400);
          }
        });
  }
}
