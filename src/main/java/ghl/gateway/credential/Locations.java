package ghl.gateway.credential;

import ghl.gateway.highlevel.Connection;
import ghl.gateway.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the gateway is connected, for operators. Holds no secrets. Blocks. */
@ApplicationScoped
public class Locations {

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
     */
    public record State(
            Owner owner,
            Source source,
            Credential.Status status,
            Instant connectedSince,
            List<String> scopes,
            Instant refreshedAt,
            Instant expiresAt) {

        /** Seconds since the token was made; null where {@link #refreshedAt} is. */
        public Long tokenAgeSeconds(Instant now) {
            return refreshedAt == null
                    ? null
                    : Math.max(0, Duration.between(refreshedAt, now).toSeconds());
        }
    }

    private final Connection connection;
    private final Database database;
    private final CredentialStore store;

    Locations(Connection connection, Database database, CredentialStore store) {
        this.connection = connection;
        this.database = database;
        this.store = store;
    }

    /** All of them: first what the settings give, then what installs have brought. */
    public List<State> all() {
        Stream<State> set = connection.privateIntegrations().keySet().stream()
                .sorted()
                .map(id -> given(id, Source.PRIVATE_INTEGRATION));
        Stream<State> sandbox = Optional.of(connection).filter(Connection::isSandbox).stream()
                .flatMap(process -> process.defaultLocation().stream())
                .map(id -> given(id, Source.SANDBOX));
        Stream<State> installed = database.read(store::all).stream().map(Locations::installed);
        return Stream.concat(Stream.concat(set, sandbox), installed).toList();
    }

    private static State given(String locationId, Source source) {
        return new State(Owner.location(locationId), source, Credential.Status.CONNECTED, null, null, null, null);
    }

    private static State installed(Credential credential) {
        boolean hasToken = credential.pair() != null;
        return new State(
                credential.owner(),
                Source.INSTALL,
                credential.status(),
                credential.connectedAt(),
                credential.scopes(),
                hasToken ? credential.refreshedAt() : null,
                hasToken ? credential.expiresAt() : null);
    }
}
