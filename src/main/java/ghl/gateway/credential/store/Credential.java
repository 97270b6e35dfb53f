package ghl.gateway.credential.store;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tokens of one owner, from an install or a later refresh.
 *
 * @param companyId the agency whose token can mint tokens of this location; null when unknown
 * @param tokens null until the first token of an agency's location is minted
 * @param version incremented with every new pair of tokens
 * @param refreshAt when to refresh: about halfway through the token's life, or the next retry after the CRM rejected a refresh
 * @param intentAt start of the oldest token call whose outcome is unknown; null when none exists
 */
@RecordBuilder
public record Credential(
        Owner owner,
        String companyId,
        Status status,
        TokenPair tokens,
        List<String> scopes,
        long version,
        Instant connectedAt,
        Instant refreshedAt,
        Instant refreshAt,
        Instant expiresAt,
        Instant intentAt) {

    /** The rejected version when the CRM rejected none. */
    public static final long NONE_REJECTED = -1;

    /** A rejected refresh is tried again after this time: the CRM may have been wrong, and the call costs nothing. */
    public static final Duration RETRY_AFTER_REJECTION = Duration.ofHours(1);

    public enum Status {
        CONNECTED,
        /** The CRM rejected the refresh: an operator must connect the owner again, unless a later retry succeeds. */
        NEEDS_RECONNECT
    }

    public Optional<String> refreshToken() {
        return tokens == null ? Optional.empty() : Optional.ofNullable(tokens.refresh());
    }

    /** Whether the access token can be used. @param rejectedVersion the version whose token the CRM rejected, or {@link #NONE_REJECTED} */
    public boolean isValid(Instant now, long rejectedVersion) {
        return tokens != null && version > rejectedVersion && now.isBefore(expiresAt);
    }

    /** Whether the access token is valid and not due for a refresh. */
    public boolean isFresh(Instant now, long rejectedVersion) {
        return isValid(now, rejectedVersion) && now.isBefore(refreshAt);
    }

    /**
     * Whether the CRM rejected the last refresh and the time of the next retry has not come. A retry that is further away than it
     * ever should be was set by a clock that has been set back: it is due.
     */
    public boolean isRefreshSuspended(Instant now) {
        return status == Status.NEEDS_RECONNECT
                && now.isBefore(refreshAt)
                && !refreshAt.isAfter(now.plus(RETRY_AFTER_REJECTION));
    }

    public boolean matches(Revision revision) {
        return version == revision.version() && connectedAt.equals(revision.connectedAt());
    }

    /** Identifies one pair of tokens among all that an owner has had: a new install starts at a new {@code connectedAt}. */
    public record Revision(Owner owner, long version, Instant connectedAt) {}
}
