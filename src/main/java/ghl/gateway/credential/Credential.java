package ghl.gateway.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an install has brought for one owner.
 *
 * @param companyId the agency, from whose token one of the location can be made; null when none is known
 * @param pair null before a location's first token was made from the agency's
 * @param version raised with every pair
 * @param refreshAt some time in the middle of the token's life
 * @param intentAt since when a token call is under way whose outcome is not known; null when none is
 */
public record Credential(
        Owner owner,
        String companyId,
        Status status,
        TokenPair pair,
        List<String> scopes,
        long version,
        Instant connectedAt,
        Instant refreshedAt,
        Instant refreshAt,
        Instant expiresAt,
        Instant intentAt) {

    /** Whether it renews itself. */
    public enum Status {
        CONNECTED,
        /** The CRM gives no new token for it: somebody must consent again. */
        NEEDS_RECONNECT
    }

    Optional<String> refreshToken() {
        return pair == null ? Optional.empty() : Optional.ofNullable(pair.refresh());
    }

    /** Whether the access token is good. @param newerThan the version that the CRM has refused, -1 for none */
    boolean isValid(Instant now, long newerThan) {
        return pair != null && version > newerThan && now.isBefore(expiresAt);
    }

    /** Whether nobody need renew it. */
    boolean isFresh(Instant now, long newerThan) {
        return isValid(now, newerThan) && now.isBefore(refreshAt);
    }
}
