package ghl.gateway.credential.refresh;

import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.CredentialStore;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Allows one refresh at a time per credential. On PostgreSQL it locks the row, across all gateways, and a crash releases the
 * lock. SQLite has a single gateway, where a lock of the process is enough.
 */
@ApplicationScoped
class RefreshLock {

    private final Database database;
    private final CredentialStore store;
    private final Map<Owner, Object> processLocks = new ConcurrentHashMap<>();

    RefreshLock(Database database, CredentialStore store) {
        this.database = database;
        this.store = store;
    }

    /**
     * Runs {@code work} on the credential as stored once the lock is held; null when it was deleted. On PostgreSQL this is
     * one transaction: it may run more than once, and commits what {@code work} writes before this method returns.
     */
    <T> T withLock(Owner owner, Function<Credential, T> work) {
        if (database.isShared()) {
            return database.write(transaction -> {
                store.lock(transaction, owner);
                return work.apply(store.find(transaction, owner).orElse(null));
            });
        }
        synchronized (processLocks.computeIfAbsent(owner, first -> new Object())) {
            return work.apply(
                    database.read(transaction -> store.find(transaction, owner)).orElse(null));
        }
    }
}
