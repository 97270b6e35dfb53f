package ghl.gateway.credential.refresh;

import static ghl.gateway.credential.store.Credential.NONE_REJECTED;

import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.Credential.Revision;
import ghl.gateway.credential.store.CredentialStore;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.highlevel.async.CallersContext;
import ghl.gateway.highlevel.call.NoTokenException;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import ghl.gateway.time.PeriodicJobs;
import ghl.gateway.time.Steady;
import io.netty.util.concurrent.DefaultThreadFactory;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Access tokens in memory. A token is refreshed in the background about halfway through its life, once for all callers. A
 * caller waits only when there is no valid token, and for at most the timeout of one CRM call: a hanging token endpoint must
 * not block the acceptance of forms. The refresh continues after its callers gave up.
 */
@ApplicationScoped
public class TokenCache {

    private static final Logger LOG = Logger.getLogger(TokenCache.class);
    private static final int THREADS = 8;

    /**
     * A token younger than this has not expired, so the CRM rejected it for another reason. The age is absolute,
     * because a changed clock may date the token in the future.
     */
    private static final Duration YOUNG = Duration.ofSeconds(10);

    private final TokenRefresher refresher;
    private final RefreshBackoff backoff;
    private final Database database;
    private final CredentialStore store;
    private final Duration callTimeout;
    private final Duration sweepInterval;
    private final Clock clock;
    private final Clock steadyClock;

    /** Threads of its own: callers that wait for a token may occupy every thread of the shared pool. */
    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, new DefaultThreadFactory("credentials", true));

    private final Map<Owner, Credential> cached = new ConcurrentHashMap<>();
    private final AtomicLong evictions = new AtomicLong();
    private final Map<Owner, Instant> nextBackgroundRefresh = new ConcurrentHashMap<>();
    private final Map<Owner, Uni<Credential>> inFlight = new ConcurrentHashMap<>();

    TokenCache(
            TokenRefresher refresher,
            RefreshBackoff backoff,
            Database database,
            CredentialStore store,
            HighLevelConfig config,
            Clock clock,
            @Steady Clock steadyClock) {
        this.refresher = refresher;
        this.backoff = backoff;
        this.database = database;
        this.store = store;
        this.callTimeout = config.timeout();
        this.sweepInterval = config.oauth().sweep();
        this.clock = clock;
        this.steadyClock = steadyClock;
    }

    void start(@Observes StartupEvent start, PeriodicJobs jobs) {
        jobs.start(sweepInterval, sweepInterval, this::sweep);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** The owner's credential with a valid token. Fails with {@link NoTokenException}. */
    public Uni<Credential> current(Owner owner) {
        Credential known = cached.get(owner);
        Instant now = clock.instant();
        if (known == null || !known.isValid(now, NONE_REJECTED)) {
            return refresh(owner, NONE_REJECTED);
        }
        if (!known.isFresh(now, NONE_REJECTED)
                && !steadyClock.instant().isBefore(nextBackgroundRefresh.getOrDefault(owner, Instant.MIN))) {
            refreshInBackground(owner);
        }
        return Uni.createFrom().item(known);
    }

    /** A credential with another token than the rejected one, or null. Fails with {@link NoTokenException}. */
    public Uni<Credential> replacementFor(Owner owner, String rejectedToken) {
        Credential known = cached.get(owner);
        Instant now = clock.instant();
        if (known == null || !known.tokens().access().equals(rejectedToken)) {
            return current(owner);
        }
        boolean isYoung = Duration.between(known.refreshedAt(), now).abs().compareTo(YOUNG) < 0;
        return isYoung && known.isValid(now, NONE_REJECTED)
                ? Uni.createFrom().nullItem()
                : refresh(owner, known.version());
    }

    /** Forgets what is in memory, because the database has changed. */
    public void evict(Owner owner) {
        evictions.incrementAndGet();
        cached.remove(owner);
        nextBackgroundRefresh.remove(owner);
        backoff.clear(owner);
    }

    /**
     * Refreshes what is due and evicts what another gateway has refreshed or deleted. Unused tokens are refreshed too, because
     * an unused refresh token expires in the end.
     */
    public void sweep() {
        try {
            Map<Owner, Revision> stored = database.read(store::revisions);
            cached.values()
                    .removeIf(known -> !stored.containsKey(known.owner()) || !known.matches(stored.get(known.owner())));
            database.read(transaction -> store.due(transaction, clock.instant()))
                    .forEach(this::refreshInBackground);
        } catch (RuntimeException nextTime) {
            LOG.warn("Token sweep failed, next attempt at the next interval", nextTime);
        }
    }

    private void refreshInBackground(Owner owner) {
        nextBackgroundRefresh.put(owner, steadyClock.instant().plus(RefreshBackoff.PAUSE));
        refresh(owner, NONE_REJECTED)
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("Background refresh of %s failed: %s", owner, failure));
    }

    private Uni<Credential> refresh(Owner owner, long rejectedVersion) {
        Uni<Credential> shared = inFlight.computeIfAbsent(owner, first -> Uni.createFrom()
                .item(() -> load(owner, rejectedVersion))
                .runSubscriptionOn(threads)
                .onTermination()
                .invoke(() -> inFlight.remove(owner))
                .memoize()
                .indefinitely());
        return Uni.createFrom().deferred(() -> {
            Executor caller = CallersContext.orElse(Runnable::run);
            return shared.ifNoItem()
                    .after(callTimeout)
                    .failWith(() -> NoTokenException.forNow(owner.id()))
                    .emitOn(caller);
        });
    }

    private Credential load(Owner owner, long rejectedVersion) {
        try {
            long evictionsBefore = evictions.get();
            Credential current = refresher.current(owner, rejectedVersion);
            cached.put(owner, current);
            if (evictions.get() != evictionsBefore) {
                cached.remove(owner);
            }
            if (current.isFresh(clock.instant(), rejectedVersion)) {
                nextBackgroundRefresh.remove(owner);
            }
            return current;
        } catch (NoTokenException noToken) {
            cached.remove(owner);
            throw noToken;
        } catch (StorageException noDatabase) {
            LOG.warnf(noDatabase, "Token of %s not available", owner);
            throw NoTokenException.forNow(owner.id());
        }
    }
}
