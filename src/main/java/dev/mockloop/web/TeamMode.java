package dev.mockloop.web;

import dev.mockloop.entry.Reception;
import java.net.URI;

/**
 * A server that people sign in to.
 *
 * @param publicUrl the address that browsers see, without a slash at its end; links begin with it,
 *     and cookies are secure when it is {@code https}
 */
public record TeamMode(Reception reception, URI publicUrl) {
  public TeamMode {
    String text = publicUrl.toString();
    boolean web = "https".equals(publicUrl.getScheme()) || "http".equals(publicUrl.getScheme());
    if (!web || publicUrl.getHost() == null || !isEmpty(publicUrl.getPath())) {
      throw new IllegalArgumentException(
          "The public URL is a scheme and a host, such as https://interviews.example.com, not '"
              + text
              + "'");
    }
    publicUrl = URI.create(text.replaceFirst("/$", ""));
  }

  private static boolean isEmpty(String path) {
    return path.isEmpty() || path.equals("/");
  }

  boolean secure() {
    return "https".equals(publicUrl.getScheme());
  }

  /** The address of a page as people are given it. */
  String link(String path) {
    return publicUrl + path;
  }
}
