package dev.mockloop.web.guard;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands before every request. Each check that fails is a {@link Refused}; the headers of a
 * reply are written first, so that a refusal has them too.
 *
 * @param hosts the names this server answers to
 * @param publicUrl where browsers find it, when a proxy in front of it changes that
 * @param proxies whose word on a client's address is taken
 */
public record Guard(AllowedHosts hosts, Optional<URI> publicUrl, Proxies proxies) {

  /** That of a server that nothing stands in front of. */
  public static Guard listeningOn(String host) {
    return new Guard(AllowedHosts.listeningOn(host), Optional.empty(), Proxies.NONE);
  }

  /** For a server that browsers find at this address; https turns on HSTS. */
  public Guard at(URI publicUrl) {
    return new Guard(hosts.and(publicUrl), Optional.of(publicUrl), proxies);
  }

  /** For a server that is also called by this name, such as by a health check. */
  public Guard alsoCalled(String host) {
    return new Guard(hosts.and(host), publicUrl, proxies);
  }

  /** For a server behind proxies. */
  public Guard behind(Proxies trusted) {
    return new Guard(hosts, publicUrl, trusted);
  }

  /** Puts itself before all else; to be called before any other handler is registered. */
  public void register(JavalinConfig config) {
    ResponseHeaders headers = new ResponseHeaders(isHttps());
    Optional<Authority> ours = publicUrl.flatMap(u -> Authority.ofOrigin(origin(u)));
    Paces paces = new Paces(System::nanoTime);
    Connections.USUAL.register(config, new PlainErrors(headers));
    config.routes.before(ctx -> headers.of(ctx.path()).forEach(ctx::header));
    config.routes.before(ctx -> admit(ctx, ours, paces));
  }

  private void admit(Context ctx, Optional<Authority> ours, Paces paces) {
    Authority called = called(ctx);
    if (ResponseHeaders.isStatic(ctx.path())) {
      return;
    }
    paces.count(client(ctx), Errand.of(method(ctx), ctx.path()));
    if (!provenance(ctx, called).isOwn(ours)) {
      throw new Refused(
          403,
          "From another site",
          "This request does not come from a page of this server; open the page here and try again there.");
    }
    if (hasBody(ctx)) {
      BodyTypes.check(ctx.path(), Objects.requireNonNullElse(ctx.contentType(), ""));
    }
  }

  private Authority called(Context ctx) {
    return Optional.ofNullable(ctx.header("Host"))
        .flatMap(Authority::read)
        .filter(hosts::allow)
        .orElseThrow(
            () ->
                new Refused(
                    421,
                    "Misdirected request",
                    "This server does not answer to the name it was called by; use the address that it printed when it was started, or start it with --allow-host."));
  }

  private InetAddress client(Context ctx) {
    return proxies.client(
        InetAddress.ofLiteral(ctx.req().getRemoteAddr().replaceAll("[\\[\\]]", "")),
        String.join(",", Collections.list(ctx.req().getHeaders("X-Forwarded-For"))));
  }

  private static Provenance provenance(Context ctx, Authority called) {
    return new Provenance(
        method(ctx),
        called,
        Optional.ofNullable(ctx.header("Origin")),
        Optional.ofNullable(ctx.header("Sec-Fetch-Site")),
        Optional.ofNullable(ctx.header("Sec-Fetch-Mode")),
        Optional.ofNullable(ctx.header("Sec-Fetch-Dest")),
        ctx.header("Cookie") != null);
  }

  private static String method(Context ctx) {
    return ctx.req().getMethod();
  }

  private static boolean hasBody(Context ctx) {
    return ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null;
  }

  private boolean isHttps() {
    return publicUrl.map(URI::getScheme).filter("https"::equalsIgnoreCase).isPresent();
  }

  private static String origin(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }
}
