package dev.mockloop.entry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A real OpenID provider on a port of its own, which signs its own tokens, checks the client's
 * secret and the PKCE verifier, and gives each code once. A test may spoil the tokens.
 */
public final class OpenIdProvider implements AutoCloseable {
  public static final String CLIENT = "mockloop";
  public static final String CLIENT_SECRET = "a secret of the client";

  /** The kinds of ID token that it can be made to give. */
  public enum Signed {
    RIGHT,
    BY_ANOTHER,
    NOT
  }

  private final HttpServer server;
  private final RSAKey key;
  private final RSAKey another;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

  public volatile String email = "ines@example.com";
  public volatile String subject = "subject-1";
  public volatile UnaryOperator<JWTClaimsSet.Builder> spoiled = b -> b;
  public volatile Signed signed = Signed.RIGHT;

  public OpenIdProvider() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("1").generate();
    another = new RSAKeyGenerator(2048).keyID("1").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::metadata);
    server.createContext("/keys", e -> send(e, 200, new JWKSet(key).toString()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  public URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public OpenIdSettings settings(String url) {
    return new OpenIdSettings(
        issuer(), CLIENT, CLIENT_SECRET, URI.create(url + "/sign-in/openid/back"));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** The person at the browser says yes: where they are sent back to. */
  public URI sayYes(URI asked) {
    Map<String, String> query = fields(asked.getRawQuery());
    if (!"code".equals(query.get("response_type"))
        || !CLIENT.equals(query.get("client_id"))
        || !"S256".equals(query.get("code_challenge_method"))) {
      throw new AssertionError("not an authorization request with PKCE: " + asked);
    }
    String code = "code-" + codes.size();
    codes.put(code, query);
    return URI.create(
        query.get("redirect_uri")
            + "?code="
            + code
            + "&state="
            + query.get("state")
            + "&iss="
            + java.net.URLEncoder.encode(issuer().toString(), StandardCharsets.UTF_8));
  }

  private void metadata(HttpExchange exchange) throws IOException {
    String at = issuer().toString();
    send(
        exchange,
        200,
        """
        {"issuer":"%s","authorization_endpoint":"%s/authorize","token_endpoint":"%s/token",\
        "jwks_uri":"%s/keys","response_types_supported":["code"],\
        "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}"""
            .formatted(at, at, at, at));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    URI back = sayYes(URI.create(issuer() + exchange.getRequestURI().toString()));
    exchange.getResponseHeaders().add("Location", back.toString());
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> body =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = codes.remove(body.getOrDefault("code", ""));
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (CLIENT
                            + ":"
                            + java.net.URLEncoder.encode(CLIENT_SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
    if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      send(exchange, 401, "{\"error\":\"invalid_client\"}");
    } else if (asked == null
        || !challenge(body.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
      send(exchange, 400, "{\"error\":\"invalid_grant\"}");
    } else {
      send(
          exchange,
          200,
          "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"id_token\":\""
              + idToken(asked.getOrDefault("nonce", ""))
              + "\"}");
    }
  }

  private String idToken(String nonce) {
    JWTClaimsSet claims =
        spoiled
            .apply(
                new JWTClaimsSet.Builder()
                    .issuer(issuer().toString())
                    .subject(subject)
                    .audience(CLIENT)
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                    .claim("nonce", nonce)
                    .claim("email", email)
                    .claim("email_verified", true))
            .build();
    if (signed == Signed.NOT) {
      return new PlainJWT(claims).serialize();
    }
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(), claims);
      token.sign(new RSASSASigner(signed == Signed.RIGHT ? key : another));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> fields(String query) {
    return Arrays.stream(query.split("&"))
        .map(f -> f.split("=", 2))
        .collect(Collectors.toMap(f -> f[0], f -> URLDecoder.decode(f[1], StandardCharsets.UTF_8)));
  }

  private static void send(HttpExchange exchange, int status, String json) {
    try (exchange) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
