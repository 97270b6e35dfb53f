package ghl.gateway.intake.link;

import ghl.gateway.audit.AuditStore;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.storage.Row;
import ghl.gateway.storage.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Links in the database, and the audit of changes to them. */
final class LinkStore {

    private final AuditStore audit = new AuditStore();

    void insert(Transaction transaction, Link link, String digest) {
        transaction.update(
                "INSERT INTO intake_link (id, form, sender, digest, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?)",
                link.id(),
                link.form(),
                link.sender(),
                digest,
                link.createdAt(),
                link.createdBy());
    }

    Optional<Link> findActive(Transaction transaction, String form, String digest) {
        return transaction.first(
                "SELECT * FROM intake_link WHERE digest = ? AND form = ? AND revoked_at IS NULL",
                LinkStore::link,
                digest,
                form);
    }

    List<Link> list(Transaction transaction, String form) {
        return transaction.list(
                "SELECT * FROM intake_link WHERE form = ? ORDER BY created_at, id", LinkStore::link, form);
    }

    boolean revoke(Transaction transaction, String form, String id, Instant now) {
        return transaction.update(
                        "UPDATE intake_link SET revoked_at = ? WHERE id = ? AND form = ? AND revoked_at IS NULL",
                        now,
                        id,
                        form)
                == 1;
    }

    void audit(Transaction transaction, Instant at, String actor, String action, String detail) {
        audit.add(transaction, new AuditStore.Entry(at, actor, action, null, detail));
    }

    private static Link link(Row row) {
        return new Link(
                row.text("id"),
                row.text("form"),
                row.oneOf(SenderType.class, "sender"),
                row.instant("created_at"),
                row.text("created_by"),
                row.instant("revoked_at"));
    }
}
