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

    /** What may be shown of a credential; nothing is opened for it. @param hasToken false before a location's first */
    public record Kept(
            Owner owner,
            Status status,
            boolean hasToken,
            List<String> scopes,
            Instant connectedAt,
            Instant refreshedAt,
            Instant expiresAt) {}

    /** For the day on which the master key changes. */
    static final SealedColumn TOKENS = new SealedColumn(
            "credential",
            "tokens",
            List.of("owner"),
            row -> List.of(row.text("owner")),
            row -> context(row.text("owner")));

    private final Sealing sealing;

    CredentialStore(Sealing sealing) {
        this.sealing = sealing;
    }

    public Optional<Credential> find(Transaction transaction, Owner owner) {
        return transaction.first("SELECT * FROM credential WHERE owner = ?", this::credential, owner.toString());
    }

    /** All there are, without their tokens. */
    public List<Kept> all(Transaction transaction) {
        return transaction.list(
                "SELECT owner, status, scopes, connected_at, refreshed_at, expires_at,"
                        + " CASE WHEN tokens IS NULL THEN 0 ELSE 1 END AS has_token FROM credential ORDER BY owner",
                row -> new Kept(
                        Owner.of(row.text("owner")),
                        row.oneOf(Status.class, "status"),
                        row.integer("has_token") == 1,
                        scopes(row),
                        row.instant("connected_at"),
                        row.instant("refreshed_at"),
                        row.instant("expires_at")));
    }

    public static List<Owner> owners(Transaction transaction) {
        return transaction.list("SELECT owner FROM credential ORDER BY owner", row -> Owner.of(row.text("owner")));
    }

    /** Those in the middle of their token's life and beyond, and those to be tried again; without those never used. */
    public List<Owner> due(Transaction transaction, Instant now) {
        return transaction.list(
                "SELECT owner FROM credential WHERE refresh_at <= ? AND tokens IS NOT NULL",
                row -> Owner.of(row.text("owner")),
                now);
    }

    /** Which there are, without their tokens. */
    public Map<Owner, Revision> revisions(Transaction transaction) {
        return transaction
                .list(
                        "SELECT owner, version, connected_at FROM credential",
                        row -> new Revision(
                                Owner.of(row.text("owner")), row.number("version"), row.instant("connected_at")))
                .stream()
                .collect(Collectors.toMap(Revision::owner, Function.identity()));
    }

    /** The owner and, of an agency, its locations: those that were connected before then. */
    public List<Owner> with(Transaction transaction, Owner owner, Instant before) {
        return transaction.list(
                "SELECT owner FROM credential WHERE (owner = ? OR company_id = ?) AND connected_at < ?",
                row -> Owner.of(row.text("owner")),
                owner.toString(),
                owner.kind() == Owner.Kind.COMPANY ? owner.id() : "",
                before);
    }

    /** Nobody else has the row until the transaction ends. On PostgreSQL only. */
    public void lock(Transaction transaction, Owner owner) {
        transaction.update("SET LOCAL lock_timeout = '30s'");
        transaction.first("SELECT owner FROM credential WHERE owner = ? FOR UPDATE", row -> true, owner.toString());
    }

    /** A token call is about to be made. The first of several intents stays. */
    public int intend(Transaction transaction, Credential known, Instant now) {
        return transaction.update(
                "UPDATE credential SET intent_at = ? WHERE owner = ? AND version = ? AND intent_at IS NULL",
                now,
                known.owner().toString(),
                known.version());
    }

    /** Puts what an install has brought in the place of what there was; its version is one more than that. */
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

    /** @return 0 when somebody else has renewed, connected or forgotten it since */
    public int renew(Transaction transaction, Credential renewed) {
        return transaction.update(
                "UPDATE credential SET status = ?, tokens = ?, scopes = ?, version = version + 1, refreshed_at = ?,"
                        + " refresh_at = ?, expires_at = ?, intent_at = NULL"
                        + " WHERE owner = ? AND version = ? AND connected_at = ?",
                renewed.status(),
                sealed(renewed),
                String.join(" ", renewed.scopes()),
                renewed.refreshedAt(),
                renewed.refreshAt(),
                renewed.expiresAt(),
                renewed.owner().toString(),
                renewed.version() - 1,
                renewed.connectedAt());
    }

    /** @param end when its token is worth nothing any more @param again when to try all the same */
    public int needsReconnect(Transaction transaction, Credential known, Instant end, Instant again) {
        return transaction.update(
                "UPDATE credential SET status = ?, refresh_at = ?, expires_at = ?, intent_at = NULL"
                        + " WHERE owner = ? AND version = ? AND connected_at = ?",
                Status.NEEDS_RECONNECT,
                again,
                end,
                known.owner().toString(),
                known.version(),
                known.connectedAt());
    }

    public int forget(Transaction transaction, Owner owner) {
        return transaction.update("DELETE FROM credential WHERE owner = ?", owner.toString());
    }

    private Credential credential(Row row) {
        Owner owner = Owner.of(row.text("owner"));
        byte[] sealed = row.bytes("tokens");
        return new Credential(
                owner,
                row.text("company_id"),
                row.oneOf(Status.class, "status"),
                sealed == null ? null : pair(sealing.open(sealed, context(owner.toString()))),
                scopes(row),
                row.number("version"),
                row.instant("connected_at"),
                row.instant("refreshed_at"),
                row.instant("refresh_at"),
                row.instant("expires_at"),
                row.instant("intent_at"));
    }

    private static List<String> scopes(Row row) {
        return row.text("scopes").isEmpty()
                ? List.of()
                : List.of(row.text("scopes").split(" "));
    }

    private byte[] sealed(Credential credential) {
        if (credential.pair() == null) {
            return null;
        }
        try {
            byte[] clear = MAPPER.writeValueAsBytes(credential.pair());
            return sealing.seal(clear, context(credential.owner().toString()));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static TokenPair pair(byte[] clear) {
        try {
            return MAPPER.readValue(clear, TokenPair.class);
        } catch (IOException e) {
            throw new UncheckedIOException("sealed tokens that are none", e);
        }
    }

    private static String context(String owner) {
        return "credential/tokens/" + owner;
    }
}
