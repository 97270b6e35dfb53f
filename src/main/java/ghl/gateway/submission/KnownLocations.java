package ghl.gateway.submission;

import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import ghl.gateway.highlevel.Delivery;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.UpstreamException;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.journal.LocationFactsStore;
import ghl.gateway.submission.step.Bridge;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What a check has to know of locations: as the CRM says, or, while it does not answer, as it last said. A form is
 * somebody's lead: it is taken with a time zone of yesterday rather than not at all.
 */
@ApplicationScoped
class KnownLocations {

    /** Longer than that nobody waits for a form's check to get its turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** After the CRM has not answered, so long nobody else waits for it where something is known. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(KnownLocations.class);

    private final HighLevel crm;
    private final Database database;
    private final LocationFactsStore store;
    private final Clock clock;
    private final Map<String, Object> kept = new ConcurrentHashMap<>();
    private final Map<String, Instant> silentUntil = new ConcurrentHashMap<>();

    KnownLocations(HighLevel crm, Database database, LocationFactsStore store, Clock clock) {
        this.crm = crm;
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /** Asked lazily; each question blocks and may cost a call. */
    LocationFacts of(String locationId) {
        return new LocationFacts() {
            @Override
            public Location location() {
                return KnownLocations.this.location(locationId);
            }

            @Override
            public List<CustomFieldDefinition> customFields() {
                return KnownLocations.this.customFields(locationId);
            }
        };
    }

    private Location location(String locationId) {
        return known(
                locationId + "/location",
                crm.location(locationId),
                (transaction, location) -> store.keep(transaction, location, clock.instant()),
                transaction -> store.location(transaction, locationId));
    }

    private List<CustomFieldDefinition> customFields(String locationId) {
        return known(
                locationId + "/customFields",
                crm.customFieldDefinitions(locationId),
                (transaction, fields) -> store.keep(transaction, locationId, fields, clock.instant()),
                transaction -> store.customFields(transaction, locationId));
    }

    private <T> T known(
            String what,
            Uni<T> question,
            BiConsumer<Transaction, T> keep,
            Function<Transaction, Optional<T>> lastKnown) {
        if (clock.instant().isBefore(silentUntil.getOrDefault(what, Instant.MIN))) {
            Optional<T> known = database.read(lastKnown);
            if (known.isPresent()) {
                return known.get();
            }
        }
        try {
            T answer = Bridge.await(question, Delivery.until(clock.instant().plus(PATIENCE), clock));
            keep(what, answer, keep);
            return answer;
        } catch (UpstreamException noAnswer) {
            silentUntil.put(what, clock.instant().plus(SILENCE));
            return database.read(lastKnown).orElseThrow(() -> noAnswer);
        }
    }

    /** Most answers are what they were: those are not written again. */
    private <T> void keep(String what, T answer, BiConsumer<Transaction, T> keep) {
        if (answer.equals(kept.get(what))) {
            return;
        }
        try {
            database.write(transaction -> {
                keep.accept(transaction, answer);
                return null;
            });
            kept.put(what, answer);
        } catch (StorageException notKept) {
            LOG.warnf("%s is not kept for an outage: %s", what, notKept.getMessage());
        }
    }
}
