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

    private static final String LOCATION = "location";
    private static final String CUSTOM_FIELDS = "customFields";

    public void save(Transaction transaction, Location location, Instant now) {
        save(transaction, location.id(), LOCATION, location, now);
    }

    public void save(Transaction transaction, String locationId, List<CustomFieldDefinition> fields, Instant now) {
        save(transaction, locationId, CUSTOM_FIELDS, fields, now);
    }

    public Optional<Location> location(Transaction transaction, String locationId) {
        return facts(transaction, locationId, LOCATION, new TypeReference<>() {});
    }

    public Optional<List<CustomFieldDefinition>> customFields(Transaction transaction, String locationId) {
        return facts(transaction, locationId, CUSTOM_FIELDS, new TypeReference<>() {});
    }

    private static void save(Transaction transaction, String locationId, String kind, Object facts, Instant now) {
        transaction.update(
                "INSERT INTO location_facts (location_id, kind, facts, read_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (location_id, kind) DO UPDATE SET facts = excluded.facts, read_at = excluded.read_at",
                locationId,
                kind,
                new String(JournalJson.write(facts), StandardCharsets.UTF_8),
                now);
    }

    private static <T> Optional<T> facts(
            Transaction transaction, String locationId, String kind, TypeReference<T> type) {
        return transaction.first(
                "SELECT facts FROM location_facts WHERE location_id = ? AND kind = ?",
                row -> JournalJson.read(row.text("facts"), type),
                locationId,
                kind);
    }
}
