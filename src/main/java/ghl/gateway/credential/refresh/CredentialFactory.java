package ghl.gateway.credential.refresh;

import ghl.gateway.credential.oauth.TokenGrant;
import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.Credential.Status;
import ghl.gateway.credential.store.Owner;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What becomes of a credential with a grant. */
public final class CredentialFactory {

    /**
     * Renewed early, so that a token endpoint may be down for half a token's life; at random, so that not all come at
     * once.
     */
    private static final double EARLIEST = 0.45;

    private static final double LATEST = 0.55;

    private CredentialFactory() {}

    public static Credential connected(Owner owner, TokenGrant grant, Instant now) {
        return new Credential(
                owner,
                grant.companyId(),
                Status.CONNECTED,
                grant.pair(),
                grant.scopes(),
                1,
                now,
                now,
                refreshAt(grant),
                grant.askedAt().plus(grant.life()),
                null);
    }

    /** A location whose first token is made when somebody needs it. */
    public static Credential listed(String locationId, Credential agency, List<String> scopes) {
        Instant now = agency.connectedAt();
        return new Credential(
                Owner.location(locationId),
                agency.companyId(),
                Status.CONNECTED,
                null,
                scopes,
                1,
                now,
                now,
                now,
                now,
                null);
    }

    /** The next pair of the same owner. */
    static Credential renewed(Credential known, TokenGrant grant, Instant now) {
        return new Credential(
                known.owner(),
                known.companyId(),
                Status.CONNECTED,
                grant.pair(),
                grant.scopes().isEmpty() ? known.scopes() : grant.scopes(),
                known.version() + 1,
                known.connectedAt(),
                now,
                refreshAt(grant),
                grant.askedAt().plus(grant.life()),
                null);
    }

    private static Instant refreshAt(TokenGrant grant) {
        double share = ThreadLocalRandom.current().nextDouble(EARLIEST, LATEST);
        return grant.askedAt().plusMillis((long) (grant.life().toMillis() * share));
    }
}
