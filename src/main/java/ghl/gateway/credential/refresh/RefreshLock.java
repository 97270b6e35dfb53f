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
 * Lets one at a time renew a credential: of all gateways on one PostgreSQL by a lock of its row, which a crash ends by
 * itself; with SQLite, which one gateway alone has, by a lock of this process.
 */
@ApplicationScoped
class RefreshLock {

    private final Database database;
    private final CredentialStore store;
    private final Map<Owner, Object> ofThisProcess = new ConcurrentHashMap<>();

    RefreshLock(Database database, CredentialStore store) {
        this.database = database;
        this.store = store;
    }

    /**
     * Runs {@code work} on the credential as it is then, null when there is none any more. On PostgreSQL all of it is one
     * transaction, which may run more than once, and what {@code work} writes is kept when this returns.
     */
    <T> T holding(Owner owner, Function<Credential, T> work) {
        if (database.isShared()) {
            return database.write(transaction -> {
                store.lock(transaction, owner);
                return work.apply(store.find(transaction, owner).orElse(null));
            });
        }
        synchronized (ofThisProcess.computeIfAbsent(owner, first -> new Object())) {
            return work.apply(
                    database.read(transaction -> store.find(transaction, owner)).orElse(null));
        }
    }
}
