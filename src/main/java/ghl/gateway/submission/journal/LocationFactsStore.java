package ghl.gateway.submission.journal;

import com.fasterxml.jackson.core.type.TypeReference;
import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import ghl.gateway.storage.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last known facts of locations, so that forms can be accepted while the CRM does not answer. */
@ApplicationScoped
public class LocationFactsStore {

    /** A kind of fact. */
    public record Fact<T>(String kind, TypeReference<T> type) {}

    public static final Fact<Location> LOCATION = new Fact<>("location", new TypeReference<>() {});
    public static final Fact<List<CustomFieldDefinition>> CUSTOM_FIELDS =
            new Fact<>("customFields", new TypeReference<>() {});

    public <T> void save(Transaction transaction, String locationId, Fact<T> fact, T value, Instant now) {
        transaction.update(
                "INSERT INTO location_facts (location_id, kind, facts, read_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (location_id, kind) DO UPDATE SET facts = excluded.facts, read_at = excluded.read_at",
                locationId,
                fact.kind(),
                new String(JournalJson.write(value), StandardCharsets.UTF_8),
                now);
    }

    public <T> Optional<T> find(Transaction transaction, String locationId, Fact<T> fact) {
        return transaction.first(
                "SELECT facts FROM location_facts WHERE location_id = ? AND kind = ?",
                row -> JournalJson.read(row.text("facts"), fact.type()),
                locationId,
                fact.kind());
    }
}
