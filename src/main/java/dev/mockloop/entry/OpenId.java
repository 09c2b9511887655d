package dev.mockloop.entry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.mockloop.team.EmailAddress;
import dev.mockloop.team.OpenIdSubject;
import dev.mockloop.team.TeamException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with an OpenID provider: the authorization code flow of OpenID Connect Core 1.0,
 * section 3.1, with PKCE (RFC 7636, S256), state, nonce and the check of the issuer in the answer
 * (RFC 9207). The ID token's signature, issuer, audience, expiry and nonce are checked; only
 * asymmetric signatures are taken. The provider is asked for its settings when somebody first signs
 * in, so that the server starts without it.
 */
final class OpenId {
  private static final int PATIENCE = (int) Duration.ofSeconds(5).toMillis();
  private static final int LARGEST_KEYS = 200_000;

  /** The signatures that providers use today; no shared secret, and never {@code none}. */
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final OpenIdSettings settings;
  private @Nullable Provider provider;

  private record Provider(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  OpenId(OpenIdSettings settings) {
    this.settings = settings;
  }

  /**
   * Where a browser is sent, and what it must bring back.
   *
   * @param remembered for the browser to keep, out of reach of scripts: it binds the answer to the
   *     browser that asked
   */
  record Start(URI to, String remembered) {}

  /**
   * Who signed in at the provider.
   *
   * @param state names this one sign-in; it counts once
   */
  record Person(OpenIdSubject subject, EmailAddress email, String state) {}

  Start start() {
    State state = new State(32);
    Nonce nonce = new Nonce(32);
    CodeVerifier verifier = new CodeVerifier();
    URI to =
        new AuthenticationRequest.Builder(
                new ResponseType("code"),
                new Scope("openid", "email"),
                new ClientID(settings.clientId()),
                settings.redirect())
            .endpointURI(provider().metadata.getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new Start(to, String.join(".", state.getValue(), nonce.getValue(), verifier.getValue()));
  }

  /**
   * Who came back.
   *
   * @param answer the address that the provider sent the browser to
   * @param remembered as {@link #start} gave it
   */
  Person finish(URI answer, String remembered) {
    String[] parts = remembered.split("\\.", -1);
    if (parts.length != 3) {
      throw stale();
    }
    try {
      AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
      State state = response.getState();
      if (state == null || !state.equals(new State(parts[0]))) {
        throw stale();
      }
      Issuer said = response.getIssuer();
      if (said != null && !said.equals(issuer())) {
        throw new OpenIdException("The answer is not from the provider that was asked");
      }
      if (!response.indicatesSuccess()) {
        throw new OpenIdException("The provider did not let you in; try again, or ask an admin");
      }
      AuthorizationCodeGrant grant =
          new AuthorizationCodeGrant(
              response.toSuccessResponse().getAuthorizationCode(),
              settings.redirect(),
              new CodeVerifier(parts[2]));
      return person(claims(grant, new Nonce(parts[1])), parts[0]);
    } catch (ParseException | IllegalArgumentException e) {
      throw new OpenIdException("The provider's answer cannot be read; sign in again", e);
    }
  }

  private IDTokenClaimsSet claims(AuthorizationCodeGrant grant, Nonce nonce) {
    Provider known = provider();
    HTTPRequest request =
        new TokenRequest.Builder(
                known.metadata.getTokenEndpointURI(),
                new ClientSecretBasic(
                    new ClientID(settings.clientId()), new Secret(settings.clientSecret())),
                grant)
            .build()
            .toHTTPRequest();
    request.setConnectTimeout(PATIENCE);
    request.setReadTimeout(PATIENCE);
    try {
      TokenResponse response = OIDCTokenResponseParser.parse(request.send());
      if (!response.indicatesSuccess()) {
        throw new OpenIdException("The provider refused the code of this sign-in; sign in again");
      }
      return known.validator.validate(
          ((com.nimbusds.openid.connect.sdk.OIDCTokenResponse) response.toSuccessResponse())
              .getOIDCTokens()
              .getIDToken(),
          nonce);
    } catch (IOException e) {
      throw new OpenIdException("The provider did not answer; try again in a minute", e);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new OpenIdException("The provider's ID token is not valid; sign in again", e);
    }
  }

  private Person person(IDTokenClaimsSet claims, String state) {
    if (!Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"))) {
      throw new OpenIdException(
          "The provider does not say that your e-mail address is verified; ask its admin");
    }
    String email = claims.getStringClaim("email");
    if (email == null) {
      throw new OpenIdException("The provider does not say your e-mail address; ask its admin");
    }
    try {
      return new Person(
          new OpenIdSubject(claims.getIssuer().getValue(), claims.getSubject().getValue()),
          new EmailAddress(email),
          state);
    } catch (TeamException e) {
      throw new OpenIdException(e.says(), e);
    }
  }

  private synchronized Provider provider() {
    Provider known = provider;
    if (known == null) {
      known = read();
      provider = known;
    }
    return known;
  }

  private Provider read() {
    try {
      OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer(), PATIENCE, PATIENCE);
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.create(
                  metadata.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(PATIENCE, PATIENCE, LARGEST_KEYS))
              .rateLimited(false)
              .build();
      return new Provider(
          metadata,
          new IDTokenValidator(
              issuer(),
              new ClientID(settings.clientId()),
              new JWSVerificationKeySelector<>(SIGNATURES, keys),
              null));
    } catch (GeneralException | IOException e) {
      throw new OpenIdException(
          "The provider " + settings.issuer() + " cannot be reached; try again in a minute", e);
    }
  }

  private Issuer issuer() {
    return new Issuer(settings.issuer());
  }

  private static OpenIdException stale() {
    return new OpenIdException("This sign-in was begun elsewhere or too long ago; sign in again");
  }
}
