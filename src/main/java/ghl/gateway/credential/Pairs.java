package ghl.gateway.credential;

import ghl.gateway.credential.Credential.Status;
import ghl.gateway.credential.oauth.Grant;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What becomes of a credential with a grant. */
final class Pairs {

    /**
     * Renewed early, so that a token endpoint may be down for half a token's life; at random, so that not all come at
     * once.
     */
    private static final double EARLIEST = 0.45;

    private static final double LATEST = 0.55;

    private Pairs() {}

    static Credential connected(Owner owner, Grant grant, Instant now) {
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
    static Credential listed(String locationId, Credential agency, List<String> scopes) {
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
    static Credential renewed(Credential known, Grant grant, Instant now) {
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

    private static Instant refreshAt(Grant grant) {
        double share = ThreadLocalRandom.current().nextDouble(EARLIEST, LATEST);
        return grant.askedAt().plusMillis((long) (grant.life().toMillis() * share));
    }
}
