package dev.mockloop.web.guard;

/**
 * Content security policies (W3C CSP Level 3), one for each kind of reply. No page may run or style
 * anything that does not come as a file from this server; the editor of rubrics and the charts need
 * no more. Only the frame of a diagram may hold styles of its own, as its drawing library writes
 * them, and that frame may reach nothing.
 */
public final class ContentPolicy {
  private static final String ALONE =
      "; frame-ancestors 'none'; form-action 'none'; base-uri 'none'";

  /** Pages. */
  public static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

  /** What is read by programs, or kept as a file: nothing in it may run or load. */
  public static final String DATA = "default-src 'none'" + ALONE;

  /** A report as a page of its own, with its style sheet in it. */
  public static final String REPORT =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox" + ALONE;

  /** The frame of one diagram: it may run the drawing library, and reach nothing. */
  public static final String DIAGRAM =
      "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; object-src 'none'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'; sandbox allow-scripts";

  private ContentPolicy() {}
}
