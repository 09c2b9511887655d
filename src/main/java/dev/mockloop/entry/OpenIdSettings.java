package dev.mockloop.entry;

import java.net.URI;

/**
 * How to sign in with an OpenID provider.
 *
 * @param issuer the provider; its settings are read below it, at {@code
 *     /.well-known/openid-configuration}
 * @param redirect where it sends browsers back to
 */
public record OpenIdSettings(URI issuer, String clientId, String clientSecret, URI redirect) {
  @Override
  public String toString() {
    return "OpenIdSettings[" + issuer + ", " + clientId + "]";
  }
}
