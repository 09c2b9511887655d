package dev.mockloop.web.guard;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The names that this server answers to. A page elsewhere can have its own name point at this
 * computer (DNS rebinding) and then read all that the server says, but it cannot change the name
 * that its browser calls: a request by any other name is refused.
 *
 * <p>Loopback names are always allowed, with any port, since a tunnel or a container may have
 * changed it and the port is no defence here. A server that listens on all addresses also answers
 * to bare IP addresses: those cannot be rebound, as no name is looked up.
 *
 * @param names in lower case, without ports
 * @param addresses whether bare IP addresses other than loopback are allowed
 */
public record AllowedHosts(Set<String> names, boolean addresses) {

  public AllowedHosts {
    names = Set.copyOf(names);
  }

  /**
   * Those of a server that listens here.
   *
   * @param host a name or an address; {@code 0.0.0.0} and {@code ::} are all addresses
   */
  public static AllowedHosts listeningOn(String host) {
    boolean all = literal(host).map(InetAddress::isAnyLocalAddress).orElse(false);
    return new AllowedHosts(Set.of(), all).and(host);
  }

  /**
   * With another name; one that is none is an {@link IllegalArgumentException}.
   *
   * @param host a name or an address, with or without a port, which is not looked at
   */
  public AllowedHosts and(String host) {
    Authority authority =
        Authority.read(host.contains("::") && !host.startsWith("[") ? "[" + host + "]" : host)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a host is a name such as mock.example or an address, got: " + host));
    Set<String> more = new HashSet<>(names);
    more.add(authority.host());
    return new AllowedHosts(more, addresses);
  }

  /** With the host of an address such as {@code https://mock.example/}. */
  public AllowedHosts and(URI url) {
    return and(String.valueOf(url.getRawAuthority()));
  }

  boolean allow(Authority called) {
    if (names.contains(called.host()) || isLocalName(called.host())) {
      return true;
    }
    return literal(called.host()).map(a -> a.isLoopbackAddress() || addresses).orElse(false);
  }

  /** Names that browsers resolve to loopback themselves (RFC 6761, section 6.3). */
  private static boolean isLocalName(String host) {
    return host.equals("localhost") || host.endsWith(".localhost");
  }

  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
