package ghl.gateway.credential.refresh;

import ghl.gateway.credential.oauth.TokenGrant;
import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.Credential.Status;
import ghl.gateway.credential.store.CredentialBuilder;
import ghl.gateway.credential.store.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Builds credentials from token grants. */
public final class CredentialFactory {

    /**
     * Tokens are refreshed about halfway through their life, so that the token endpoint may be down for the other half. The
     * share is random, so that tokens issued together are not refreshed together.
     */
    private static final double EARLIEST_SHARE = 0.45;

    private static final double LATEST_SHARE = 0.55;

    private CredentialFactory() {}

    public static Credential connected(Owner owner, TokenGrant grant, Instant now) {
        Instant expiresAt = grant.expiresAt();
        return new Credential(
                owner,
                grant.companyId(),
                Status.CONNECTED,
                grant.tokens(),
                grant.scopes(),
                1,
                now,
                now,
                refreshAt(now, expiresAt),
                expiresAt,
                null);
    }

    /** A location of an agency, whose first token is minted on first use. */
    public static Credential listed(String locationId, Credential agency, List<String> scopes) {
        Instant now = agency.connectedAt();
        return CredentialBuilder.builder()
                .owner(Owner.location(locationId))
                .companyId(agency.companyId())
                .status(Status.CONNECTED)
                .scopes(scopes)
                .version(1)
                .connectedAt(now)
                .refreshedAt(now)
                .refreshAt(now)
                .expiresAt(now)
                .build();
    }

    static Credential refreshed(Credential known, TokenGrant grant, Instant now) {
        Instant expiresAt = grant.expiresAt();
        return CredentialBuilder.builder(known)
                .status(Status.CONNECTED)
                .tokens(grant.tokens())
                .scopes(grant.scopes().isEmpty() ? known.scopes() : grant.scopes())
                .version(known.version() + 1)
                .refreshedAt(now)
                .refreshAt(refreshAt(now, expiresAt))
                .expiresAt(expiresAt)
                .intentAt(null)
                .build();
    }

    /**
     * Counts from the arrival of the token. Counted from the request, a slow answer with a short life would be due on
     * arrival, and every gateway that waits for the row would refresh it again.
     */
    private static Instant refreshAt(Instant arrivedAt, Instant expiresAt) {
        long millisLeft = Math.max(0, Duration.between(arrivedAt, expiresAt).toMillis());
        double share = ThreadLocalRandom.current().nextDouble(EARLIEST_SHARE, LATEST_SHARE);
        return arrivedAt.plusMillis((long) (millisLeft * share));
    }
}
