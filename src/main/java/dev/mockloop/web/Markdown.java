package dev.mockloop.web;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Answers may be typed as Markdown (CommonMark). What was typed is never passed on as HTML: tags
 * are shown as text, links lose every address that is not plain, and pictures, which would make the
 * page ask another host, are shown as their address.
 */
final class Markdown {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
          .softbreak("<br>\n")
          .build();
  private static final String MERMAID = "mermaid";

  private Markdown() {}

  /** The text as safe HTML. */
  static String html(String text) {
    Node document = PARSER.parse(text);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image picture) {
            picture.insertBefore(new Text(picture.getDestination()));
            picture.unlink();
          }
        });
    return RENDERER.render(document);
  }

  /** The sources of the Mermaid diagrams in a text, in order. */
  static List<String> diagrams(String text) {
    List<String> found = new ArrayList<>();
    PARSER
        .parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                if (block.getInfo().strip().equals(MERMAID)) {
                  found.add(block.getLiteral());
                }
              }
            });
    return found;
  }
}
