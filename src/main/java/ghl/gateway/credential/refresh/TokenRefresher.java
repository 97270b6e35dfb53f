package ghl.gateway.credential.refresh;

import ghl.gateway.credential.oauth.EndedTokenException;
import ghl.gateway.credential.oauth.NoAnswerException;
import ghl.gateway.credential.oauth.RefusedGrantException;
import ghl.gateway.credential.oauth.TokenGrant;
import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.Credential.Status;
import ghl.gateway.credential.store.CredentialStore;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.failpoint.Failpoints;
import ghl.gateway.highlevel.call.NoTokenException;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Renews what an install has brought, so that nobody is ever locked out: the intent is on the disk before the call, the new
 * pair before it is used, and one renews at a time. A refresh token serves once, so a lost answer may have spent it: then
 * the old one is tried once more, for which the vendor has a time of grace, then the agency's token, then a person is
 * needed. Blocks.
 */
@ApplicationScoped
class TokenRefresher {

    private static final Logger LOG = Logger.getLogger(TokenRefresher.class);
    private static final long NONE_REFUSED = -1;
    private static final int TRIES_TO_KEEP = 6;
    private static final long PAUSE_NANOS = 200_000_000L;

    /** What the CRM called dead is tried again after this long: it may have been wrong, and the try costs nothing. */
    private static final Duration AGAIN = Duration.ofHours(1);

    private final Database database;
    private final CredentialStore store;
    private final RefreshLock lock;
    private final TokenCalls renewal;
    private final RefreshBackoff pauses;
    private final Clock clock;

    TokenRefresher(
            Database database,
            CredentialStore store,
            RefreshLock lock,
            TokenCalls renewal,
            RefreshBackoff pauses,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.lock = lock;
        this.renewal = renewal;
        this.pauses = pauses;
        this.clock = clock;
    }

    /**
     * A credential with a valid token, renewed if it is time.
     *
     * @param newerThan a version whose token the CRM has refused; -1 for none
     * @throws NoTokenException
     */
    Credential current(Owner owner, long newerThan) {
        Credential known = database.read(transaction -> store.find(transaction, owner))
                .orElseThrow(() -> NoTokenException.untilConnected(owner.id()));
        if (known.isFresh(clock.instant(), newerThan)) {
            return known;
        }
        if (known.isGivenUp(clock.instant()) || pauses.isOn(owner)) {
            return orElseThrow(known, newerThan, none(known));
        }
        try {
            return renewed(known, newerThan);
        } catch (NoAnswerException noAnswer) {
            pauses.begin(owner);
            LOG.warnf("The token of %s is not renewed yet: %s", owner, noAnswer.getMessage());
            return orElseThrow(known, newerThan, none(known));
        } catch (StorageException notKept) {
            LOG.errorf("The token of %s is not renewed yet: %s", owner, notKept.getMessage());
            return orElseThrow(known, newerThan, none(known));
        }
    }

    private static NoTokenException none(Credential known) {
        String id = known.owner().id();
        return known.status() == Status.CONNECTED ? NoTokenException.forNow(id) : NoTokenException.untilConnected(id);
    }

    private Credential orElseThrow(Credential known, long newerThan, NoTokenException otherwise) {
        if (known.isValid(clock.instant(), newerThan)) {
            return known;
        }
        throw otherwise;
    }

    private Credential renewed(Credential known, long newerThan) {
        Failpoints.pass("refresh.before-intent");
        database.write(transaction -> store.intend(transaction, known, clock.instant()));
        Failpoints.pass("refresh.after-intent");
        RefusedGrantException refusal = null;
        if (known.refreshToken().isPresent()) {
            try {
                return kept(known, newerThan, renewal::byRefreshToken);
            } catch (RefusedGrantException refused) {
                refusal = refused;
            }
        }
        return byAgency(known, newerThan, refusal);
    }

    private Credential byAgency(Credential known, long newerThan, RefusedGrantException refusal) {
        try {
            Credential agency = agencyOf(known, NONE_REFUSED);
            try {
                return kept(known, newerThan, now -> renewal.byAgency(now, agency));
            } catch (EndedTokenException ended) {
                Credential next = agencyOf(known, agency.version());
                return kept(known, newerThan, now -> renewal.byAgency(now, next));
            }
        } catch (RefusedGrantException refused) {
            return untilReconnected(known, newerThan, refusal == null ? refused : refusal);
        }
    }

    /**
     * Before the location's row is locked: the agency's own renewal is a transaction of its own.
     *
     * @param newerThan the version of the agency's token that the CRM has refused; -1 for none
     */
    private Credential agencyOf(Credential known, long newerThan) {
        boolean hasOne = known.owner().kind() == Owner.Kind.LOCATION && known.companyId() != null;
        if (!hasOne) {
            throw new RefusedGrantException("there is no agency's token to make one from");
        }
        try {
            return current(Owner.company(known.companyId()), newerThan);
        } catch (NoTokenException noToken) {
            if (noToken.isTemporary()) {
                throw new NoAnswerException("the agency's own token cannot be renewed just now");
            }
            throw new RefusedGrantException("there is no agency's token to make one from");
        }
    }

    /** Somebody must consent again. Until the token ends it is used on. */
    private Credential untilReconnected(Credential known, long newerThan, RuntimeException why) {
        Instant now = clock.instant();
        Instant end = known.isValid(now, newerThan) ? known.expiresAt() : now;
        int changed = database.write(transaction -> store.needsReconnect(transaction, known, end, now.plus(AGAIN)));
        if (changed == 0) {
            return current(known.owner(), newerThan);
        }
        LOG.errorf(
                "%s must be connected again at /oauth/install: %s (token calls without an outcome since: %s)",
                known.owner(), why.getMessage(), known.intentAt() == null ? "none" : known.intentAt());
        return orElseThrow(
                known, newerThan, NoTokenException.untilConnected(known.owner().id()));
    }

    /** What was given is given once: the database's trouble does not throw it away. */
    private Credential kept(Credential known, long newerThan, Function<Credential, TokenGrant> call) {
        MemoizedCall<Credential, TokenGrant> grant = new MemoizedCall<>(call);
        for (int attempt = 1; ; attempt++) {
            try {
                Credential renewed = lock.holding(known.owner(), now -> renewedUnlessFresh(now, newerThan, grant));
                Failpoints.pass("refresh.after-commit");
                return renewed;
            } catch (StorageException notKept) {
                if (!grant.isMade() || attempt == TRIES_TO_KEEP) {
                    throw notKept;
                }
                LockSupport.parkNanos(PAUSE_NANOS * attempt);
            }
        }
    }

    private Credential renewedUnlessFresh(Credential now, long newerThan, MemoizedCall<Credential, TokenGrant> grant) {
        if (now == null) {
            throw new RefusedGrantException("it was disconnected meanwhile");
        }
        if (now.isFresh(clock.instant(), newerThan)) {
            return now;
        }
        TokenGrant given = grant.get(now);
        Failpoints.pass("refresh.after-answer");
        Credential renewed = CredentialFactory.renewed(now, given, clock.instant());
        int changed = database.write(transaction -> store.renew(transaction, renewed));
        return changed == 0 ? since(now.owner()) : renewed;
    }

    /** Connected again or forgotten while the call was made: what was given is of an install that is no more. */
    private Credential since(Owner owner) {
        Credential other = database.read(transaction -> store.find(transaction, owner))
                .orElseThrow(() -> NoTokenException.untilConnected(owner.id()));
        return orElseThrow(other, NONE_REFUSED, none(other));
    }
}
