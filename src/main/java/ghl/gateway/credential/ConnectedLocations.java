package ghl.gateway.credential;

import ghl.gateway.credential.store.CredentialStore;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.storage.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which locations of a sandbox have been connected by an install, so that its master token is not used for them. Known to
 * this process since its start: a sandbox has one gateway.
 */
@ApplicationScoped
class ConnectedLocations {

    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Database database;
    private final CredentialStore store;
    private final CrmConnection connection;

    ConnectedLocations(Database database, CredentialStore store, CrmConnection connection) {
        this.database = database;
        this.store = store;
        this.connection = connection;
    }

    void read(@Observes StartupEvent start) {
        if (connection.tokenOfSandbox().isPresent()) {
            database.read(store::all).forEach(credential -> add(credential.owner()));
        }
    }

    boolean has(String locationId) {
        return ids.contains(locationId);
    }

    void add(Owner owner) {
        if (owner.kind() == Owner.Kind.LOCATION) {
            ids.add(owner.id());
        }
    }

    void remove(Owner owner) {
        if (owner.kind() == Owner.Kind.LOCATION) {
            ids.remove(owner.id());
        }
    }
}
