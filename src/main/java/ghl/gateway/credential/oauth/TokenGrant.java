package ghl.gateway.credential.oauth;

import ghl.gateway.credential.store.Owner;
import ghl.gateway.credential.store.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tokens that the vendor issued.
 *
 * @param owner null when the answer does not name one
 * @param companyId null when the answer does not name one
 * @param requestedAt when the token was requested: its life may have begun long before the answer arrived
 */
public record TokenGrant(
        Owner owner, String companyId, TokenPair tokens, Instant requestedAt, Duration lifetime, List<String> scopes) {

    /** Lifetime of the vendor's access tokens, for an answer that does not give one. */
    static final Duration DEFAULT_LIFETIME = Duration.ofDays(1);

    /** @param scope separated by white space; null for none */
    static List<String> scopes(String scope) {
        return scope == null ? List.of() : List.of(scope.strip().split("\\s+"));
    }

    public Instant expiresAt() {
        return requestedAt.plus(lifetime);
    }

    /** Keeps the old refresh token if the answer has none (RFC 6749, section 6). */
    public TokenGrant orRefreshToken(String old) {
        return tokens.refresh() != null
                ? this
                : new TokenGrant(owner, companyId, new TokenPair(tokens.access(), old), requestedAt, lifetime, scopes);
    }
}
