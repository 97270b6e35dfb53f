package ghl.gateway.access.key;

import ghl.gateway.access.caller.Role;
import ghl.gateway.access.key.AccessKey.FormRates;
import ghl.gateway.audit.AuditStore;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.storage.Row;
import ghl.gateway.storage.Transaction;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of access keys. */
final class KeyStore {

    private final AuditStore audit = new AuditStore();

    long revision(Transaction transaction) {
        return transaction
                .first("SELECT revision FROM access_key_revision WHERE id = 1", row -> row.number("revision"))
                .orElseThrow();
    }

    /** All keys including revoked ones, oldest first. */
    List<AccessKey> all(Transaction transaction) {
        return transaction.list("SELECT * FROM access_key ORDER BY created_at, id", KeyStore::key);
    }

    Optional<AccessKey> find(Transaction transaction, String id) {
        return transaction.first("SELECT * FROM access_key WHERE id = ?", KeyStore::key, id);
    }

    void insert(Transaction transaction, AccessKey key) {
        transaction.update(
                "INSERT INTO access_key (id, kind, digest, holder, label, roles, locations, form, origins, rate_per_key,"
                        + " rate_per_address, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key.id(),
                key.kind(),
                key.digest(),
                key.holder(),
                key.label(),
                words(key.roles().stream().map(Role::word).toList()),
                key.locations().toString(),
                key.form(),
                words(key.origins()),
                key.rates().perKey(),
                key.rates().perAddress(),
                key.createdAt());
        incrementRevision(transaction);
    }

    void revoke(Transaction transaction, String id, Instant now) {
        transaction.update("UPDATE access_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", now, id);
        incrementRevision(transaction);
    }

    /** Keeps the revision: no caller's rights have changed. */
    void setLastUsed(Transaction transaction, String id, Instant at) {
        transaction.update("UPDATE access_key SET last_used_at = ? WHERE id = ?", at, id);
    }

    void audit(Transaction transaction, Instant at, String actor, String action, String detail) {
        audit.add(transaction, new AuditStore.Entry(at, actor, action, null, detail));
    }

    private static void incrementRevision(Transaction transaction) {
        transaction.update("UPDATE access_key_revision SET revision = revision + 1 WHERE id = 1");
    }

    private static AccessKey key(Row row) {
        return new AccessKey(
                row.text("id"),
                row.oneOf(KeyKind.class, "kind"),
                row.text("digest"),
                row.text("holder"),
                row.text("label"),
                split(row.text("roles")).stream()
                        .map(word -> Role.of(word).orElseThrow())
                        .collect(Collectors.toSet()),
                LocationScope.of(split(row.text("locations"))),
                row.text("form"),
                split(row.text("origins")),
                new FormRates(row.integer("rate_per_key"), row.integer("rate_per_address")),
                row.instant("created_at"),
                row.instant("last_used_at"),
                row.instant("revoked_at"));
    }

    private static String words(Collection<String> words) {
        return String.join(" ", words.stream().sorted().toList());
    }

    private static Set<String> split(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
