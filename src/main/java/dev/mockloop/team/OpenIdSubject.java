package dev.mockloop.team;

/**
 * Who somebody is at an OpenID provider. The pair never changes, while an e-mail address may
 * (OpenID Connect Core 1.0, section 5.7).
 *
 * @param issuer the provider's {@code iss}
 * @param subject the provider's {@code sub}, unique at that provider
 */
public record OpenIdSubject(String issuer, String subject) {}
