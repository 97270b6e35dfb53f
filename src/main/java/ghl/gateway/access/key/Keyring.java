package ghl.gateway.access.key;

import ghl.gateway.storage.Database;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * In-memory copy of all keys, about a second old at most. No query blocks. While the database is unavailable, the last copy
 * stays in use.
 */
@ApplicationScoped
public class Keyring {

    private static final Logger LOG = Logger.getLogger(Keyring.class);
    private static final long POLL_MS = 500;

    private final Database database;
    private final KeyStore store = new KeyStore();
    private final KeyUsage usage;
    private final ScheduledExecutorService poller =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "keys"));

    private volatile Snapshot snapshot;
    private boolean hasWarned;

    private record Snapshot(long revision, Map<String, AccessKey> byId) {}

    Keyring(Database database, Clock clock) {
        this.database = database;
        this.usage = new KeyUsage(database, store, clock);
        snapshot = read();
        usage.load(snapshot.byId().values());
        poller.scheduleWithFixedDelay(this::poll, POLL_MS, POLL_MS, TimeUnit.MILLISECONDS);
    }

    /** Finds the valid key with this text, and records its use. */
    public Optional<AccessKey> authenticate(String text) {
        Optional<AccessKey> key = ApiKeyText.read(text).flatMap(this::find);
        key.ifPresent(usage::record);
        return key;
    }

    public boolean isValid(String id) {
        AccessKey key = snapshot.byId().get(id);
        return key != null && !key.isRevoked();
    }

    /** Whether a secret key exists. Revoked ones count, so that revoking the last key does not open the gateway. */
    public boolean hasSecretKeys() {
        return snapshot.byId().values().stream().anyMatch(key -> key.kind() == KeyKind.SECRET);
    }

    /** Whether a valid publishable key lists this origin. */
    public boolean hasOrigin(String origin) {
        return snapshot.byId().values().stream()
                .anyMatch(key -> !key.isRevoked() && key.origins().contains(origin));
    }

    private Optional<AccessKey> find(ApiKeyText text) {
        return Optional.ofNullable(snapshot.byId().get(text.id()))
                .filter(key -> key.matches(text))
                .filter(key -> !key.isRevoked());
    }

    private void poll() {
        try {
            if (database.read(store::revision) != snapshot.revision()) {
                snapshot = read();
            }
            usage.write();
            hasWarned = false;
        } catch (RuntimeException e) {
            // An exception that escaped would end the polling, and revocations would go unnoticed.
            if (!hasWarned) {
                LOG.warn("Access keys could not be synchronized with the database, the last copy stays in use", e);
                hasWarned = true;
            }
        }
    }

    private Snapshot read() {
        return database.read(transaction -> new Snapshot(
                store.revision(transaction),
                store.all(transaction).stream().collect(Collectors.toMap(AccessKey::id, Function.identity()))));
    }

    @PreDestroy
    void stop() throws InterruptedException {
        poller.shutdownNow();
        poller.awaitTermination(5, TimeUnit.SECONDS);
    }
}
