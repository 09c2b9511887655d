package dev.mockloop.web.guard;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers of every reply (OWASP ASVS 5.0, section 3.4, and OWASP Secure Headers).
 *
 * @param https whether browsers come over https, so that they may be told to stay there
 */
record ResponseHeaders(boolean https) {
  private static final String NO_DEVICES =
      "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";
  private static final String STATIC = "/static/";

  /** Those of a reply to a request for this path. */
  Map<String, String> of(String path) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", policy(path));
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Permissions-Policy", NO_DEVICES);
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", drawn(path) ? "cross-origin" : "same-origin");
    headers.put("X-Permitted-Cross-Domain-Policies", "none");
    if (!path.startsWith(STATIC)) {
      headers.put("Cache-Control", "no-store");
    }
    if (https) {
      headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    return headers;
  }

  static boolean isStatic(String path) {
    return path.startsWith(STATIC);
  }

  private static String policy(String path) {
    return path.startsWith("/api/") || path.startsWith(STATIC) || path.endsWith(".json")
        ? ContentPolicy.DATA
        : ContentPolicy.PAGE;
  }

  /** The frame of a diagram has an origin of its own, and its two scripts come from here. */
  private static boolean drawn(String path) {
    return path.startsWith("/static/lib/mermaid/") || path.equals("/static/js/diagram.js");
  }
}
