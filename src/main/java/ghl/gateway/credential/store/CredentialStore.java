package ghl.gateway.credential.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.credential.store.Credential.Revision;
import ghl.gateway.credential.store.Credential.Status;
import ghl.gateway.storage.Row;
import ghl.gateway.storage.Sealing;
import ghl.gateway.storage.Transaction;
import ghl.gateway.storage.sealing.SealedColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows of credentials. */
@ApplicationScoped
public class CredentialStore {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A credential without its secrets. @param hasToken false until the first token of an agency's location is minted */
    public record Summary(
            Owner owner,
            Status status,
            boolean hasToken,
            List<String> scopes,
            Instant connectedAt,
            Instant refreshedAt,
            Instant expiresAt) {}

    /** Lets a change of the master key seal the tokens again. */
    @Produces
    @Singleton
    static SealedColumn sealedColumn() {
        return new SealedColumn(
                "credential",
                "tokens",
                List.of("owner"),
                row -> List.of(row.text("owner")),
                row -> context(row.text("owner")));
    }

    private final Sealing sealing;

    CredentialStore(Sealing sealing) {
        this.sealing = sealing;
    }

    public Optional<Credential> find(Transaction transaction, Owner owner) {
        return transaction.first("SELECT * FROM credential WHERE owner = ?", this::credential, owner.toString());
    }

    /** Every credential. Opens no sealed value, so it also lists credentials that the master key cannot open. */
    public List<Summary> summaries(Transaction transaction) {
        return transaction.list(
                "SELECT owner, status, scopes, connected_at, refreshed_at, expires_at,"
                        + " CASE WHEN tokens IS NULL THEN 0 ELSE 1 END AS has_token FROM credential ORDER BY owner",
                row -> new Summary(
                        owner(row),
                        row.oneOf(Status.class, "status"),
                        row.integer("has_token") == 1,
                        scopes(row),
                        row.instant("connected_at"),
                        row.instant("refreshed_at"),
                        row.instant("expires_at")));
    }

    public static List<Owner> owners(Transaction transaction) {
        return transaction.list("SELECT owner FROM credential ORDER BY owner", CredentialStore::owner);
    }

    /** Owners whose refresh is due, except those that never had a token. */
    public List<Owner> due(Transaction transaction, Instant now) {
        return transaction.list(
                "SELECT owner FROM credential WHERE refresh_at <= ? AND tokens IS NOT NULL",
                CredentialStore::owner,
                now);
    }

    public Map<Owner, Revision> revisions(Transaction transaction) {
        return transaction
                .list(
                        "SELECT owner, version, connected_at FROM credential",
                        row -> new Revision(owner(row), row.number("version"), row.instant("connected_at")))
                .stream()
                .collect(Collectors.toMap(Revision::owner, Function.identity()));
    }

    /** The owner and, for an agency, its locations: those that were connected before {@code then}. */
    public List<Owner> connectedBefore(Transaction transaction, Owner owner, Instant then) {
        return transaction.list(
                "SELECT owner FROM credential WHERE (owner = ? OR company_id = ?) AND connected_at < ?",
                CredentialStore::owner,
                owner.toString(),
                owner.isLocation() ? "" : owner.id(),
                then);
    }

    /** Locks the row until the transaction ends. PostgreSQL only. */
    public void lock(Transaction transaction, Owner owner) {
        transaction.update("SET LOCAL lock_timeout = '30s'");
        transaction.first("SELECT owner FROM credential WHERE owner = ? FOR UPDATE", row -> true, owner.toString());
    }

    /** Records that a token call starts. An intent that is already recorded keeps its time. */
    public int recordIntent(Transaction transaction, Credential known, Instant now) {
        return transaction.update(
                "UPDATE credential SET intent_at = ? WHERE owner = ? AND version = ? AND intent_at IS NULL",
                now,
                known.owner().toString(),
                known.version());
    }

    /** Replaces the owner's credential by one from an install, and increments its version. */
    public void connect(Transaction transaction, Credential credential) {
        String owner = credential.owner().toString();
        long version = find(transaction, credential.owner())
                .map(known -> known.version() + 1)
                .orElse(1L);
        transaction.update("DELETE FROM credential WHERE owner = ?", owner);
        transaction.update(
                "INSERT INTO credential (owner, company_id, status, tokens, scopes, version, connected_at, refreshed_at,"
                        + " refresh_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                owner,
                credential.companyId(),
                credential.status(),
                sealed(credential),
                String.join(" ", credential.scopes()),
                version,
                credential.connectedAt(),
                credential.refreshedAt(),
                credential.refreshAt(),
                credential.expiresAt());
    }

    /** @return 0 when the credential was refreshed, connected again or deleted in the meantime */
    public int saveRefreshed(Transaction transaction, Credential refreshed) {
        return transaction.update(
                "UPDATE credential SET status = ?, tokens = ?, scopes = ?, version = version + 1, refreshed_at = ?,"
                        + " refresh_at = ?, expires_at = ?, intent_at = NULL"
                        + " WHERE owner = ? AND version = ? AND connected_at = ?",
                refreshed.status(),
                sealed(refreshed),
                String.join(" ", refreshed.scopes()),
                refreshed.refreshedAt(),
                refreshed.refreshAt(),
                refreshed.expiresAt(),
                refreshed.owner().toString(),
                refreshed.version() - 1,
                refreshed.connectedAt());
    }

    /**
     * @param expiresAt when the current token stops working
     * @param retryAt when to try a refresh again
     * @return 0 when the credential was refreshed, connected again or deleted in the meantime
     */
    public int saveNeedsReconnect(Transaction transaction, Credential known, Instant expiresAt, Instant retryAt) {
        return transaction.update(
                "UPDATE credential SET status = ?, refresh_at = ?, expires_at = ?, intent_at = NULL"
                        + " WHERE owner = ? AND version = ? AND connected_at = ?",
                Status.NEEDS_RECONNECT,
                retryAt,
                expiresAt,
                known.owner().toString(),
                known.version(),
                known.connectedAt());
    }

    public int delete(Transaction transaction, Owner owner) {
        return transaction.update("DELETE FROM credential WHERE owner = ?", owner.toString());
    }

    private Credential credential(Row row) {
        Owner owner = owner(row);
        byte[] sealed = row.bytes("tokens");
        return new Credential(
                owner,
                row.text("company_id"),
                row.oneOf(Status.class, "status"),
                sealed == null ? null : tokens(sealing.open(sealed, context(owner.toString()))),
                scopes(row),
                row.number("version"),
                row.instant("connected_at"),
                row.instant("refreshed_at"),
                row.instant("refresh_at"),
                row.instant("expires_at"),
                row.instant("intent_at"));
    }

    private static Owner owner(Row row) {
        return Owner.parse(row.text("owner"));
    }

    private static List<String> scopes(Row row) {
        return row.text("scopes").isEmpty()
                ? List.of()
                : List.of(row.text("scopes").split(" "));
    }

    private byte[] sealed(Credential credential) {
        if (credential.tokens() == null) {
            return null;
        }
        try {
            byte[] clear = MAPPER.writeValueAsBytes(credential.tokens());
            return sealing.seal(clear, context(credential.owner().toString()));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static TokenPair tokens(byte[] clear) {
        try {
            return MAPPER.readValue(clear, TokenPair.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The sealed value is not a pair of tokens", e);
        }
    }

    private static String context(String owner) {
        return "credential/tokens/" + owner;
    }
}
