package ghl.gateway.credential;

import ghl.gateway.audit.AuditStore;
import ghl.gateway.credential.oauth.TokenGrant;
import ghl.gateway.credential.refresh.CredentialFactory;
import ghl.gateway.credential.refresh.TokenCache;
import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.CredentialStore;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.highlevel.call.LocationsConnected;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Stores and deletes the tokens of installs. Each change is recorded in the audit log. Blocks. */
@ApplicationScoped
public class Connections {

    /** Later than every time in the database. */
    private static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Database database;
    private final CredentialStore store;
    private final AuditStore audit;
    private final TokenCache tokenCache;
    private final ConnectedLocations connectedLocations;
    private final Event<LocationsConnected> locationsConnected;
    private final Clock clock;

    Connections(
            Database database,
            CredentialStore store,
            AuditStore audit,
            TokenCache tokenCache,
            ConnectedLocations connectedLocations,
            Event<LocationsConnected> locationsConnected,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.audit = audit;
        this.tokenCache = tokenCache;
        this.connectedLocations = connectedLocations;
        this.locationsConnected = locationsConnected;
        this.clock = clock;
    }

    /**
     * Stores the grant and the agency's locations in one transaction. Submissions that wait for a token of these locations
     * continue.
     *
     * @param grant of a location or an agency
     * @param locations IDs of the agency's locations, whose tokens are minted on first use
     * @return the owners that are connected now
     */
    public List<Owner> connect(TokenGrant grant, List<String> locations) {
        Credential main = CredentialFactory.connected(grant.owner(), grant, clock.instant());
        List<Credential> all = new ArrayList<>(List.of(main));
        locations.forEach(id -> all.add(CredentialFactory.listed(id, main, grant.scopes())));
        List<Owner> owners = all.stream().map(Credential::owner).toList();
        database.write(transaction -> {
            all.forEach(credential -> {
                store.connect(transaction, credential);
                record(transaction, "install", "connect", credential.owner());
            });
            return null;
        });
        owners.forEach(owner -> {
            tokenCache.evict(owner);
            connectedLocations.add(owner);
        });
        locationsConnected.fire(new LocationsConnected(
                owners.stream().filter(Owner::isLocation).map(Owner::id).collect(Collectors.toUnmodifiableSet())));
        return owners;
    }

    /**
     * Deletes the tokens of a location, or of an agency and all of its locations.
     *
     * @param actor the operator, for the audit log
     * @return whether there was anything to delete
     */
    public boolean forget(Owner owner, String actor) {
        return forget(owner, END_OF_TIME, actor);
    }

    /** Deletes the tokens after an uninstall, except those that were connected after it. */
    public boolean forgetUninstalled(Owner owner, Instant uninstalledAt) {
        return forget(owner, uninstalledAt, "vendor");
    }

    /** Opens no sealed value, so it also deletes tokens that the master key cannot open. */
    private boolean forget(Owner owner, Instant connectedBefore, String actor) {
        List<Owner> deleted = database.write(transaction -> {
            List<Owner> owners = store.connectedBefore(transaction, owner, connectedBefore);
            owners.forEach(each -> store.delete(transaction, each));
            if (!owners.isEmpty()) {
                record(transaction, actor, "forget", owner);
            }
            return owners;
        });
        deleted.forEach(each -> {
            tokenCache.evict(each);
            connectedLocations.remove(each);
        });
        return !deleted.isEmpty();
    }

    private void record(Transaction transaction, String actor, String action, Owner owner) {
        audit.add(transaction, new AuditStore.Entry(clock.instant(), actor, action, null, owner.toString()));
    }
}
