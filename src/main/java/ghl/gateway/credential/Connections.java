package ghl.gateway.credential;

import ghl.gateway.credential.oauth.TokenGrant;
import ghl.gateway.credential.refresh.CredentialFactory;
import ghl.gateway.credential.refresh.TokenCache;
import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.CredentialStore;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.highlevel.call.LocationsConnected;
import ghl.gateway.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps what installs bring, and forgets it. Blocks. */
@ApplicationScoped
public class Connections {

    /** As late as a database can say. */
    private static final Instant EVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Database database;
    private final CredentialStore store;
    private final TokenCache renewals;
    private final ConnectedLocations connected;
    private final Event<LocationsConnected> told;
    private final Event<OwnersConnected> keeping;
    private final Event<OwnerUninstalled> forgetting;
    private final Clock clock;

    Connections(
            Database database,
            CredentialStore store,
            TokenCache renewals,
            ConnectedLocations connected,
            Event<LocationsConnected> told,
            Event<OwnersConnected> keeping,
            Event<OwnerUninstalled> forgetting,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.renewals = renewals;
        this.connected = connected;
        this.told = told;
        this.keeping = keeping;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    /**
     * All of it or nothing. What waited for a token of these locations goes on.
     *
     * @param grant of a location, or of an agency
     * @param locations those of the agency; the token of each is made when it is needed
     * @return whom it has connected
     */
    public List<Owner> connect(TokenGrant grant, List<String> locations) {
        Credential main = CredentialFactory.connected(grant.owner(), grant, clock.instant());
        List<Credential> all = new ArrayList<>(List.of(main));
        locations.forEach(id -> all.add(CredentialFactory.listed(id, main, grant.scopes())));
        List<Owner> owners = all.stream().map(Credential::owner).toList();
        database.write(transaction -> {
            all.forEach(credential -> store.connect(transaction, credential));
            keeping.fire(new OwnersConnected(owners));
            return null;
        });
        owners.forEach(owner -> {
            renewals.forget(owner);
            connected.add(owner);
        });
        told.fire(new LocationsConnected(owners.stream()
                .filter(owner -> owner.kind() == Owner.Kind.LOCATION)
                .map(Owner::id)
                .collect(Collectors.toUnmodifiableSet())));
        return owners;
    }

    /**
     * An agency is forgotten with all of its locations.
     *
     * @param alongside runs in the same transaction, when there is anything to forget; perhaps more than once
     * @return whether there was anything
     */
    public boolean forget(Owner owner, Runnable alongside) {
        return forget(owner, EVER, alongside);
    }

    /** The same for what was connected before then: a word from before an install says nothing about that. */
    public boolean uninstalled(Owner owner, Instant then) {
        return forget(owner, then, () -> forgetting.fire(new OwnerUninstalled(owner)));
    }

    /** Tokens are not looked at: one that does not open any more is forgotten as well. */
    private boolean forget(Owner owner, Instant before, Runnable alongside) {
        List<Owner> gone = database.write(transaction -> {
            List<Owner> concerned = store.with(transaction, owner, before);
            concerned.forEach(each -> store.forget(transaction, each));
            if (!concerned.isEmpty()) {
                alongside.run();
            }
            return concerned;
        });
        gone.forEach(each -> {
            renewals.forget(each);
            connected.remove(each);
        });
        return !gone.isEmpty();
    }
}
