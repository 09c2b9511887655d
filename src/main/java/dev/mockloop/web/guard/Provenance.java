package dev.mockloop.web.guard;

import java.util.Optional;
import java.util.Set;

/**
 * Where a request comes from, by what its browser says of it.
 *
 * <p>The defence against forged requests (CSRF): a request that changes something is refused when
 * {@code Sec-Fetch-Site} (W3C Fetch Metadata, 2021) is anything but this origin or a person at the
 * address bar, when {@code Origin} (RFC 6454) is there and is not this server, and when it carries
 * a cookie but neither of the two. A page cannot write or drop these headers. Clients that are no
 * browsers send none of the three and pass: nobody's rights come with what they send. A reading
 * request from another site passes only when it opens a whole page, as a link does, so that no
 * other page can embed what is read or time it.
 *
 * @param method in capitals
 * @param called the name the server was called by
 * @param origin of the page that asks
 * @param site the value of {@code Sec-Fetch-Site}
 * @param mode the value of {@code Sec-Fetch-Mode}
 * @param destination the value of {@code Sec-Fetch-Dest}
 * @param cookie whether there is any
 */
record Provenance(
    String method,
    Authority called,
    Optional<String> origin,
    Optional<String> site,
    Optional<String> mode,
    Optional<String> destination,
    boolean cookie) {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  /**
   * Whether it may be carried out.
   *
   * @param publicUrl where browsers find this server, when a proxy changes that
   */
  boolean isOwn(Optional<Authority> publicUrl) {
    return READING.contains(method) ? readsOwn() : changesOwn(publicUrl);
  }

  private boolean readsOwn() {
    boolean opensPage =
        mode.filter("navigate"::equals).isPresent()
            && destination.filter("document"::equals).isPresent();
    return site.map(OWN::contains).orElse(true) || opensPage;
  }

  private boolean changesOwn(Optional<Authority> publicUrl) {
    if (!site.map(OWN::contains).orElse(true)) {
      return false;
    }
    return origin.isPresent() ? isHere(origin.get(), publicUrl) : site.isPresent() || !cookie;
  }

  private boolean isHere(String from, Optional<Authority> publicUrl) {
    return Authority.ofOrigin(from)
        .filter(a -> a.isSame(called) || publicUrl.filter(a::isSame).isPresent())
        .isPresent();
  }
}
