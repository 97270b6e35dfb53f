package ghl.gateway.credential.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an install has brought for one owner.
 *
 * @param companyId the agency, from whose token one of the location can be made; null when none is known
 * @param pair null before a location's first token was made from the agency's
 * @param version raised with every pair
 * @param refreshAt some time in the middle of the token's life; where consent is needed, when it is tried again all the same
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
        /** The CRM gives no new token for it: somebody must consent again, unless a later try brings one. */
        NEEDS_RECONNECT
    }

    public Optional<String> refreshToken() {
        return pair == null ? Optional.empty() : Optional.ofNullable(pair.refresh());
    }

    /** Whether the access token is good. @param newerThan the version that the CRM has refused, -1 for none */
    public boolean isValid(Instant now, long newerThan) {
        return pair != null && version > newerThan && now.isBefore(expiresAt);
    }

    /** Whether the CRM has said, not long ago, that there is no other. */
    public boolean isGivenUp(Instant now) {
        return status == Status.NEEDS_RECONNECT && now.isBefore(refreshAt);
    }

    /**
     * Whether it is what the same install has brought, or a renewal of that; an owner may have several, one after
     * another.
     */
    public boolean isSameAs(Revision revision) {
        return version == revision.version() && connectedAt.equals(revision.connectedAt());
    }

    /** Which of the credentials that one owner has had. */
    public record Revision(Owner owner, long version, Instant connectedAt) {}

    /** Whether nobody need renew it. */
    public boolean isFresh(Instant now, long newerThan) {
        return isValid(now, newerThan) && now.isBefore(refreshAt);
    }
}
