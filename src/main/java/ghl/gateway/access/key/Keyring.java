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
 * The keys as this process knows them, at most a second old. Asking it blocks nobody. While the database does not answer,
 * the keys stay as they were last seen.
 */
@ApplicationScoped
public class Keyring {

    private static final Logger LOG = Logger.getLogger(Keyring.class);
    private static final long EVERY_MS = 500;

    private final Database database;
    private final KeyStore store = new KeyStore();
    private final KeyUsage use;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "keys"));

    private volatile Seen seen;
    private boolean complained;

    private record Seen(long revision, Map<String, AccessKey> byId) {}

    Keyring(Database database, Clock clock) {
        this.database = database;
        this.use = new KeyUsage(database, store, clock);
        seen = read();
        use.remember(seen.byId().values());
        watch.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** The key, when it is one of ours and holds. Notes that it was used. */
    public Optional<AccessKey> open(String text) {
        Optional<AccessKey> key = ApiKeyText.read(text).flatMap(this::matching);
        key.ifPresent(use::note);
        return key;
    }

    /** Whether a key that was opened still holds. */
    public boolean holds(String id) {
        AccessKey key = seen.byId().get(id);
        return key != null && !key.isRevoked();
    }

    /** Whether there is a secret key, or ever was: who has made one does not want to stand open when it is gone. */
    public boolean hasSecretKeys() {
        return seen.byId().values().stream().anyMatch(key -> key.kind() == KeyKind.SECRET);
    }

    /** Whether pages of this origin hold a publishable key. */
    public boolean hasOrigin(String origin) {
        return seen.byId().values().stream()
                .anyMatch(key -> !key.isRevoked() && key.origins().contains(origin));
    }

    private Optional<AccessKey> matching(ApiKeyText text) {
        return Optional.ofNullable(seen.byId().get(text.id()))
                .filter(key -> key.fits(text))
                .filter(key -> !key.isRevoked());
    }

    private void look() {
        try {
            if (database.read(store::revision) != seen.revision()) {
                seen = read();
            }
            use.write();
            complained = false;
        } catch (RuntimeException e) {
            // One that went through would end the watch, and revocations would not be seen any more.
            if (!complained) {
                LOG.warnf("Changes of keys are not seen just now: %s", e.getMessage());
                complained = true;
            }
        }
    }

    private Seen read() {
        return database.read(transaction -> new Seen(
                store.revision(transaction),
                store.all(transaction).stream().collect(Collectors.toMap(AccessKey::id, Function.identity()))));
    }

    @PreDestroy
    void stop() throws InterruptedException {
        watch.shutdownNow();
        watch.awaitTermination(5, TimeUnit.SECONDS);
    }
}
