package ghl.gateway.access.key;

import ghl.gateway.storage.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Last use of each key. Stored per hour and audited per day by a background task, so that no request waits for a write. */
final class KeyUsage {

    private final Database database;
    private final KeyStore store;
    private final Clock clock;
    private final Map<String, Instant> written = new ConcurrentHashMap<>();
    private final Map<AccessKey, Instant> unwritten = new ConcurrentHashMap<>();

    KeyUsage(Database database, KeyStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /** Takes over what the database has. */
    void load(Collection<AccessKey> keys) {
        keys.stream().filter(key -> key.lastUsedAt() != null).forEach(key -> written.put(key.id(), key.lastUsedAt()));
    }

    void record(AccessKey key) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(written.get(key.id()))) {
            unwritten.put(key, hour);
        }
    }

    void write() {
        unwritten.forEach((key, hour) -> {
            database.write(transaction -> {
                store.setLastUsed(transaction, key.id(), hour);
                if (isFirstOfDay(written.get(key.id()), hour)) {
                    store.audit(transaction, hour, key.caller().id(), "key used", key.toString());
                }
                return null;
            });
            written.put(key.id(), hour);
            unwritten.remove(key, hour);
        });
    }

    private static boolean isFirstOfDay(Instant last, Instant hour) {
        return last == null || !last.truncatedTo(ChronoUnit.DAYS).equals(hour.truncatedTo(ChronoUnit.DAYS));
    }
}
