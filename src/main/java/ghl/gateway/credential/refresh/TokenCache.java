package ghl.gateway.credential.refresh;

import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.Credential.Revision;
import ghl.gateway.credential.store.CredentialStore;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.highlevel.async.CallersContext;
import ghl.gateway.highlevel.call.NoTokenException;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Tokens at hand: those in use are in memory, and are renewed beside their use in the middle of their life, once for all
 * who ask. Nobody waits for a renewal but who has no valid token, and nobody for longer than for a call: a form is not kept
 * from being taken by a token endpoint that hangs, and the renewal goes on.
 */
@ApplicationScoped
public class TokenCache {

    private static final Logger LOG = Logger.getLogger(TokenCache.class);
    private static final long NONE_REFUSED = -1;
    private static final int THREADS = 8;

    /**
     * The CRM refuses a token that is so new for another reason than its age. One of the future is not new: a clock was
     * set.
     */
    private static final Duration NEW = Duration.ofSeconds(10);

    private final TokenRefresher rotation;
    private final RefreshBackoff pauses;
    private final Database database;
    private final CredentialStore store;
    private final Duration sweep;
    private final Duration patience;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor threads = threads();
    private final Map<Owner, Credential> held = new ConcurrentHashMap<>();
    private final AtomicLong forgets = new AtomicLong();
    private final Map<Owner, Instant> notBefore = new ConcurrentHashMap<>();
    private final Map<Owner, Uni<Credential>> underWay = new ConcurrentHashMap<>();

    TokenCache(
            TokenRefresher rotation,
            RefreshBackoff pauses,
            Database database,
            CredentialStore store,
            HighLevelConfig config,
            Clock clock) {
        this.rotation = rotation;
        this.pauses = pauses;
        this.database = database;
        this.store = store;
        this.sweep = config.oauth().sweep();
        this.patience = config.timeout();
        this.clock = clock;
    }

    /** Tokens that nobody uses are renewed too: a refresh token lives long, but not for ever. */
    void begin(@Observes StartupEvent start) {
        threads.scheduleWithFixedDelay(this::sweep, sweep.toMillis(), sweep.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        threads.shutdownNow();
    }

    /** Fails with {@link NoTokenException}. */
    public Uni<Credential> of(Owner owner) {
        Credential known = held.get(owner);
        Instant now = clock.instant();
        if (known == null || !known.isValid(now, NONE_REFUSED)) {
            return renewed(owner, NONE_REFUSED);
        }
        if (!known.isFresh(now, NONE_REFUSED) && !now.isBefore(notBefore.getOrDefault(owner, Instant.MIN))) {
            renewBeside(owner);
        }
        return Uni.createFrom().item(known);
    }

    /** Null when there is no other. Fails with {@link NoTokenException}. */
    public Uni<Credential> insteadOf(Owner owner, String refused) {
        Credential known = held.get(owner);
        Instant now = clock.instant();
        if (known == null || !known.pair().access().equals(refused)) {
            return of(owner);
        }
        boolean isNew = Duration.between(known.refreshedAt(), now).abs().compareTo(NEW) < 0;
        return isNew && known.isValid(now, NONE_REFUSED)
                ? Uni.createFrom().nullItem()
                : renewed(owner, known.version());
    }

    /** The database knows better. */
    public void forget(Owner owner) {
        forgets.incrementAndGet();
        held.remove(owner);
        notBefore.remove(owner);
        pauses.end(owner);
    }

    private void renewBeside(Owner owner) {
        notBefore.put(owner, clock.instant().plus(RefreshBackoff.LENGTH));
        renewed(owner, NONE_REFUSED).subscribe().with(done -> {}, failure -> LOG.debugf("%s: %s", owner, failure));
    }

    private Uni<Credential> renewed(Owner owner, long newerThan) {
        Uni<Credential> shared = underWay.computeIfAbsent(owner, first -> Uni.createFrom()
                .item(() -> renew(owner, newerThan))
                .runSubscriptionOn(threads)
                .onTermination()
                .invoke(() -> underWay.remove(owner))
                .memoize()
                .indefinitely());
        return Uni.createFrom().deferred(() -> {
            Executor caller = CallersContext.orElse(Runnable::run);
            return shared.ifNoItem()
                    .after(patience)
                    .failWith(() -> NoTokenException.forNow(owner.id()))
                    .emitOn(caller);
        });
    }

    private Credential renew(Owner owner, long newerThan) {
        try {
            long forgetsBefore = forgets.get();
            Credential current = rotation.current(owner, newerThan);
            held.put(owner, current);
            if (forgets.get() != forgetsBefore) {
                held.remove(owner);
            }
            if (current.isFresh(clock.instant(), newerThan)) {
                notBefore.remove(owner);
            }
            return current;
        } catch (NoTokenException noToken) {
            held.remove(owner);
            throw noToken;
        } catch (StorageException noDatabase) {
            LOG.warnf("The token of %s cannot be read: %s", owner, noDatabase.getMessage());
            throw NoTokenException.forNow(owner.id());
        }
    }

    /** Renews what is due, and lets go of what another gateway has renewed or forgotten. */
    public void sweep() {
        try {
            Map<Owner, Revision> kept = database.read(store::revisions);
            held.values()
                    .removeIf(known -> !kept.containsKey(known.owner()) || !known.isSameAs(kept.get(known.owner())));
            database.read(transaction -> store.due(transaction, clock.instant()))
                    .forEach(this::renewBeside);
        } catch (RuntimeException nextTime) {
            LOG.warnf("Tokens are not looked after just now: %s", nextTime.getMessage());
        }
    }

    private static ScheduledThreadPoolExecutor threads() {
        return new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, "credentials");
            thread.setDaemon(true);
            return thread;
        });
    }
}
