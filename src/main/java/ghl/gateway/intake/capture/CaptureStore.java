package ghl.gateway.intake.capture;

import ghl.gateway.storage.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Open captures and captured bodies in the database. */
final class CaptureStore {

    /** @param headers null for none @param body encrypted */
    record Row(
            String id,
            String form,
            String contentType,
            String headers,
            byte[] body,
            Instant capturedAt,
            Instant expiresAt) {}

    void open(Transaction transaction, String form, Instant now, Instant expiresAt) {
        transaction.update("DELETE FROM intake_capture WHERE form = ?", form);
        transaction.update(
                "INSERT INTO intake_capture (form, opened_at, expires_at) VALUES (?, ?, ?)", form, now, expiresAt);
    }

    Optional<Instant> openUntil(Transaction transaction, String form, Instant now) {
        return transaction.first(
                "SELECT expires_at FROM intake_capture WHERE form = ? AND expires_at > ?",
                row -> row.instant("expires_at"),
                form,
                now);
    }

    int count(Transaction transaction, String form) {
        return transaction
                .first(
                        "SELECT COUNT(*) AS bodies FROM captured_body WHERE form = ?",
                        row -> row.integer("bodies"),
                        form)
                .orElseThrow();
    }

    void insert(Transaction transaction, Row row) {
        transaction.update(
                "INSERT INTO captured_body (id, form, content_type, headers, body, captured_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                row.form(),
                row.contentType(),
                row.headers(),
                row.body(),
                row.capturedAt(),
                row.expiresAt());
    }

    /** Oldest first. */
    List<Row> list(Transaction transaction, String form, Instant now) {
        return transaction.list(
                "SELECT * FROM captured_body WHERE form = ? AND expires_at > ? ORDER BY captured_at, id",
                row -> new Row(
                        row.text("id"),
                        row.text("form"),
                        row.text("content_type"),
                        row.text("headers"),
                        row.bytes("body"),
                        row.instant("captured_at"),
                        row.instant("expires_at")),
                form,
                now);
    }

    int delete(Transaction transaction, String form) {
        transaction.update("DELETE FROM intake_capture WHERE form = ?", form);
        return deleteBodies(transaction, form);
    }

    int deleteBodies(Transaction transaction, String form) {
        return transaction.update("DELETE FROM captured_body WHERE form = ?", form);
    }

    List<String> forms(Transaction transaction) {
        return transaction.list("SELECT DISTINCT form FROM captured_body", row -> row.text("form"));
    }

    int deleteExpired(Transaction transaction, Instant now) {
        transaction.update("DELETE FROM intake_capture WHERE expires_at <= ?", now);
        return transaction.update("DELETE FROM captured_body WHERE expires_at <= ?", now);
    }
}
