package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  /** All that the renderer may write itself; anything else would be somebody's own HTML. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "</?(p|br|ul|ol|li|em|strong|code|pre|blockquote|hr|h[1-6]|a)(?= |/?>)[^<>]*>");

  @Test
  void listsCodeAndEmphasisAreLaidOut() {
    assertThat(Markdown.html("- a **bold** move\n- `code`"))
        .contains("<li>a <strong>bold</strong> move</li>", "<code>code</code>");
    assertThat(Markdown.html("one\ntwo")).contains("one<br>");
  }

  @Test
  void tagsAreShownAsTextAndScriptsInLinksAreDropped() {
    assertThat(Markdown.html("<script>alert(1)</script> <b onclick=x>hi</b>"))
        .doesNotContain("<script", "<b ")
        .contains("&lt;script&gt;");
    assertThat(Markdown.html("[a](javascript:alert(1)) ![i](https://elsewhere.example/x.png)"))
        .doesNotContain("href=\"javascript", "<img", "src=");
  }

  @Provide
  Arbitrary<String> markup() {
    return Arbitraries.of(
            "<",
            ">",
            "\"",
            "'",
            "script",
            "\n",
            "[a](",
            ")",
            "`",
            "```",
            "*",
            " ",
            "&",
            "javascript:",
            "onerror=",
            "<img src=x",
            "-->")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 2000)
  void whateverIsTypedNoTagOfItsOwnComesThrough(@ForAll @From("markup") String typed) {
    assertThat(KNOWN.matcher(Markdown.html(typed)).replaceAll("")).doesNotContain("<");
  }

  @Test
  void diagramsAreFoundInOrder() {
    String typed =
        "First:\n```mermaid\ngraph TD; A-->B\n```\nthen\n```\nno diagram\n```\n```mermaid\npie\n```";

    assertThat(Markdown.diagrams(typed)).containsExactly("graph TD; A-->B\n", "pie\n");
    assertThat(Markdown.diagrams("plain text")).isEmpty();
  }
}
