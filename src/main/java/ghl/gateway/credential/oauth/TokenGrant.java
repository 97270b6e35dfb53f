package ghl.gateway.credential.oauth;

import ghl.gateway.credential.store.Owner;
import ghl.gateway.credential.store.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A token that the vendor gave.
 *
 * @param owner whose it is; null when the answer does not say
 * @param companyId null when the answer does not say
 * @param askedAt when it was asked for: its life began no sooner, and perhaps long before its answer was here
 */
public record TokenGrant(
        Owner owner, String companyId, TokenPair pair, Instant askedAt, Duration life, List<String> scopes) {

    /** How long the vendor's access tokens live, for an answer that does not say: such a token is good all the same. */
    static final Duration USUAL_LIFE = Duration.ofDays(1);

    /** An answer without a refresh token leaves the old one in force (RFC 6749, section 6). */
    public TokenGrant orRefresh(String old) {
        return pair.refresh() != null
                ? this
                : new TokenGrant(owner, companyId, new TokenPair(pair.access(), old), askedAt, life, scopes);
    }
}
