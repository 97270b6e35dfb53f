package ghl.gateway.credential.refresh;

import static ghl.gateway.credential.store.Credential.NONE_REJECTED;

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
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Refreshes one credential so that a crash or a lost answer does not cost access. The intent is committed before the token
 * call, the new tokens are committed before they are used, and one refresh runs at a time. A refresh token works only once,
 * so a lost answer may have used it up. The fallbacks are, in this order: the same refresh token again, within the vendor's
 * grace period; a token minted with the agency's token; an operator who connects again. Blocks.
 */
@ApplicationScoped
class TokenRefresher {

    private static final Logger LOG = Logger.getLogger(TokenRefresher.class);
    private static final int SAVE_ATTEMPTS = 6;
    private static final long SAVE_PAUSE_NANOS = 200_000_000L;

    private final Database database;
    private final CredentialStore store;
    private final RefreshLock lock;
    private final TokenCalls calls;
    private final RefreshBackoff backoff;
    private final Clock clock;

    TokenRefresher(
            Database database,
            CredentialStore store,
            RefreshLock lock,
            TokenCalls calls,
            RefreshBackoff backoff,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.lock = lock;
        this.calls = calls;
        this.backoff = backoff;
        this.clock = clock;
    }

    /**
     * A credential with a valid token, refreshed if due.
     *
     * @param rejectedVersion the version whose token the CRM rejected; -1 for none
     * @throws NoTokenException
     */
    Credential current(Owner owner, long rejectedVersion) {
        Credential known = database.read(transaction -> store.find(transaction, owner))
                .orElseThrow(() -> NoTokenException.untilConnected(owner.id()));
        if (known.isFresh(clock.instant(), rejectedVersion)) {
            return known;
        }
        if (known.isRefreshSuspended(clock.instant()) || backoff.isActive(owner)) {
            return requireValid(known, rejectedVersion, noToken(known));
        }
        try {
            return refresh(known, rejectedVersion);
        } catch (NoAnswerException noAnswer) {
            backoff.start(owner);
            LOG.warnf(
                    "Token refresh of %s failed, retry in %s: %s", owner, RefreshBackoff.PAUSE, noAnswer.getMessage());
            return requireValid(known, rejectedVersion, noToken(known));
        } catch (StorageException notSaved) {
            LOG.errorf(notSaved, "Token refresh of %s failed", owner);
            return requireValid(known, rejectedVersion, noToken(known));
        }
    }

    private static NoTokenException noToken(Credential known) {
        String id = known.owner().id();
        return known.status() == Status.CONNECTED ? NoTokenException.forNow(id) : NoTokenException.untilConnected(id);
    }

    private Credential requireValid(Credential known, long rejectedVersion, NoTokenException otherwise) {
        if (known.isValid(clock.instant(), rejectedVersion)) {
            return known;
        }
        throw otherwise;
    }

    private Credential refresh(Credential known, long rejectedVersion) {
        Failpoints.pass("refresh.before-intent");
        database.write(transaction -> store.recordIntent(transaction, known, clock.instant()));
        Failpoints.pass("refresh.after-intent");
        RefusedGrantException refusal = null;
        if (known.refreshToken().isPresent()) {
            try {
                return callAndSave(known, rejectedVersion, calls::byRefreshToken);
            } catch (RefusedGrantException refused) {
                refusal = refused;
            }
        }
        return refreshByAgency(known, rejectedVersion, refusal);
    }

    private Credential refreshByAgency(Credential known, long rejectedVersion, RefusedGrantException refusal) {
        try {
            Credential agency = agencyOf(known, NONE_REJECTED);
            try {
                return callAndSave(known, rejectedVersion, location -> calls.byAgency(location, agency));
            } catch (EndedTokenException ended) {
                Credential next = agencyOf(known, agency.version());
                return callAndSave(known, rejectedVersion, location -> calls.byAgency(location, next));
            }
        } catch (RefusedGrantException refused) {
            return markNeedsReconnect(known, rejectedVersion, refusal == null ? refused : refusal);
        }
    }

    /**
     * The agency's credential. Called before the location's row is locked, because the agency's refresh is a transaction of
     * its own.
     *
     * @param rejectedVersion the version of the agency's token that the CRM rejected; -1 for none
     */
    private Credential agencyOf(Credential location, long rejectedVersion) {
        if (!location.owner().isLocation() || location.companyId() == null) {
            throw new RefusedGrantException("no agency token to mint one with");
        }
        try {
            return current(Owner.company(location.companyId()), rejectedVersion);
        } catch (NoTokenException noToken) {
            if (noToken.isTemporary()) {
                throw new NoAnswerException("the agency's own token cannot be refreshed at the moment");
            }
            throw new RefusedGrantException("no agency token to mint one with");
        }
    }

    /** An operator must connect again. The current token stays in use until it expires. */
    private Credential markNeedsReconnect(Credential known, long rejectedVersion, RuntimeException why) {
        Instant now = clock.instant();
        Instant expiresAt = known.isValid(now, rejectedVersion) ? known.expiresAt() : now;
        int changed = database.write(transaction ->
                store.saveNeedsReconnect(transaction, known, expiresAt, now.plus(Credential.RETRY_AFTER_REJECTION)));
        if (changed == 0) {
            return current(known.owner(), rejectedVersion);
        }
        LOG.errorf(
                "Token refresh of %s rejected, connect it again at /oauth/install: %s (oldest unanswered token call: %s)",
                known.owner(), why.getMessage(), known.intentAt() == null ? "none" : known.intentAt());
        return requireValid(
                known,
                rejectedVersion,
                NoTokenException.untilConnected(known.owner().id()));
    }

    /** The grant is issued once, so it is kept in memory while the database fails to save it. */
    private Credential callAndSave(Credential known, long rejectedVersion, Function<Credential, TokenGrant> call) {
        AtomicReference<TokenGrant> grant = new AtomicReference<>();
        for (int attempt = 1; ; attempt++) {
            try {
                Credential refreshed = lock.withLock(
                        known.owner(), stored -> refreshUnlessFresh(stored, rejectedVersion, call, grant));
                Failpoints.pass("refresh.after-commit");
                return refreshed;
            } catch (StorageException notSaved) {
                if (grant.get() == null || attempt == SAVE_ATTEMPTS) {
                    throw notSaved;
                }
                LockSupport.parkNanos(SAVE_PAUSE_NANOS * attempt);
            }
        }
    }

    private Credential refreshUnlessFresh(
            Credential stored,
            long rejectedVersion,
            Function<Credential, TokenGrant> call,
            AtomicReference<TokenGrant> grant) {
        if (stored == null) {
            throw new RefusedGrantException("the owner was disconnected in the meantime");
        }
        if (stored.isFresh(clock.instant(), rejectedVersion)) {
            return stored;
        }
        if (grant.get() == null) {
            grant.set(call.apply(stored));
        }
        Failpoints.pass("refresh.after-answer");
        Credential refreshed = CredentialFactory.refreshed(stored, grant.get(), clock.instant());
        int changed = database.write(transaction -> store.saveRefreshed(transaction, refreshed));
        return changed == 0 ? reload(stored.owner()) : refreshed;
    }

    /** For an owner that was connected again or deleted during the call: the grant belongs to the earlier install. */
    private Credential reload(Owner owner) {
        Credential latest = database.read(transaction -> store.find(transaction, owner))
                .orElseThrow(() -> NoTokenException.untilConnected(owner.id()));
        return requireValid(latest, NONE_REJECTED, noToken(latest));
    }
}
