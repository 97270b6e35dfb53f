package ghl.gateway.credential.status;

import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.CredentialStore;
import ghl.gateway.credential.store.CredentialStore.Summary;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Connections of the gateway, for operators. Contains no secrets. Blocks. */
@ApplicationScoped
public class LocationOverview {

    public enum Source {
        PRIVATE_INTEGRATION,
        INSTALL,
        SANDBOX
    }

    /**
     * One location or agency. {@code connectedSince} and the components after it, except {@code refusedSince}, are null for a
     * token from the settings.
     *
     * @param refreshedAt null until the first token of an agency's location is minted, as is {@code expiresAt}
     * @param refusedSince since when the CRM rejects the token, as far as this process has seen; null while it accepts it
     */
    public record State(
            Owner owner,
            Source source,
            Credential.Status status,
            Instant connectedSince,
            List<String> scopes,
            Instant refreshedAt,
            Instant expiresAt,
            Instant refusedSince) {

        /** Age of the token; null where {@link #refreshedAt} is null. */
        public Long tokenAgeSeconds(Instant now) {
            return refreshedAt == null
                    ? null
                    : Math.max(0, Duration.between(refreshedAt, now).toSeconds());
        }
    }

    private final CrmConnection connection;
    private final Database database;
    private final CredentialStore store;
    private final RejectedTokens rejectedTokens;

    LocationOverview(
            CrmConnection connection, Database database, CredentialStore store, RejectedTokens rejectedTokens) {
        this.connection = connection;
        this.database = database;
        this.store = store;
        this.rejectedTokens = rejectedTokens;
    }

    /** Connections from the settings first, then those from installs. */
    public List<State> all() {
        Stream<State> privateIntegrations = connection.privateIntegrations().keySet().stream()
                .sorted()
                .map(id -> configured(id, Source.PRIVATE_INTEGRATION));
        Stream<State> sandbox = Optional.of(connection).filter(CrmConnection::isSandbox).stream()
                .flatMap(own -> own.defaultLocation().stream())
                .map(id -> configured(id, Source.SANDBOX));
        Stream<State> installed = database.read(store::summaries).stream().map(this::installed);
        return Stream.of(privateIntegrations, sandbox, installed)
                .flatMap(states -> states)
                .toList();
    }

    private State configured(String locationId, Source source) {
        Owner owner = Owner.location(locationId);
        return new State(owner, source, Credential.Status.CONNECTED, null, null, null, null, refusedSince(owner));
    }

    private State installed(Summary credential) {
        return new State(
                credential.owner(),
                Source.INSTALL,
                credential.status(),
                credential.connectedAt(),
                credential.scopes(),
                credential.hasToken() ? credential.refreshedAt() : null,
                credential.hasToken() ? credential.expiresAt() : null,
                refusedSince(credential.owner()));
    }

    private Instant refusedSince(Owner owner) {
        return owner.isLocation() ? rejectedTokens.since(owner.id()).orElse(null) : null;
    }
}
