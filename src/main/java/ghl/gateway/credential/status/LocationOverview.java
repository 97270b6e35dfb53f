package ghl.gateway.credential.status;

import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.CredentialStore;
import ghl.gateway.credential.store.CredentialStore.Kept;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the gateway is connected, for operators. Holds no secrets. Blocks. */
@ApplicationScoped
public class LocationOverview {

    /** Where a token comes from. */
    public enum Source {
        PRIVATE_INTEGRATION,
        INSTALL,
        SANDBOX
    }

    /**
     * One location or agency.
     *
     * @param status whether it renews itself
     * @param connectedSince null for what the settings give, as all that follows
     * @param expiresAt null also before the first token of an agency's location was made
     * @param refusedSince since when the CRM has not taken the token, as far as this process has asked; null: it takes it
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

        /** Seconds since the token was made; null where {@link #refreshedAt} is. */
        public Long tokenAgeSeconds(Instant now) {
            return refreshedAt == null
                    ? null
                    : Math.max(0, Duration.between(refreshedAt, now).toSeconds());
        }
    }

    private final CrmConnection connection;
    private final Database database;
    private final CredentialStore store;
    private final RejectedTokens refusals;

    LocationOverview(CrmConnection connection, Database database, CredentialStore store, RejectedTokens refusals) {
        this.connection = connection;
        this.database = database;
        this.store = store;
        this.refusals = refusals;
    }

    /** All of them: first what the settings give, then what installs have brought. */
    public List<State> all() {
        Stream<State> set = connection.privateIntegrations().keySet().stream()
                .sorted()
                .map(id -> given(id, Source.PRIVATE_INTEGRATION));
        Stream<State> sandbox = Optional.of(connection).filter(CrmConnection::isSandbox).stream()
                .flatMap(process -> process.defaultLocation().stream())
                .map(id -> given(id, Source.SANDBOX));
        Stream<State> installed = database.read(store::all).stream().map(this::installed);
        return Stream.concat(Stream.concat(set, sandbox), installed).toList();
    }

    private State given(String locationId, Source source) {
        Owner owner = Owner.location(locationId);
        return new State(owner, source, Credential.Status.CONNECTED, null, null, null, null, refusedSince(owner));
    }

    private Instant refusedSince(Owner owner) {
        return owner.kind() == Owner.Kind.LOCATION ? refusals.since(owner.id()).orElse(null) : null;
    }

    private State installed(Kept credential) {
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
}
