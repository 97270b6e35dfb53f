package ghl.gateway.credential;

import ghl.gateway.credential.store.CredentialStore;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.storage.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locations of a sandbox that an install has connected. They use their own token instead of the sandbox's token for all
 * locations. Kept in memory, because a sandbox has a single gateway.
 */
@ApplicationScoped
class ConnectedLocations {

    private final Set<Owner> owners = ConcurrentHashMap.newKeySet();

    void load(@Observes StartupEvent start, Database database) {
        database.read(CredentialStore::owners).forEach(this::add);
    }

    boolean contains(String locationId) {
        return owners.contains(Owner.location(locationId));
    }

    void add(Owner owner) {
        owners.add(owner);
    }

    void remove(Owner owner) {
        owners.remove(owner);
    }
}
