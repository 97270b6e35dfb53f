package ghl.gateway.submission;

import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import ghl.gateway.highlevel.Delivery;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.UpstreamException;
import ghl.gateway.storage.Database;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.journal.LocationFactsStore;
import ghl.gateway.submission.step.Bridge;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a check has to know of locations: as the CRM says, or, while it does not answer, as it last said. A form is
 * somebody's lead: it is taken with a time zone of yesterday rather than not at all.
 */
@ApplicationScoped
class KnownLocations {

    /** Longer than that nobody waits for a form's check to get its turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HighLevel crm;
    private final Database database;
    private final LocationFactsStore store;
    private final Clock clock;
    private final Map<String, Object> kept = new ConcurrentHashMap<>();

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
                crm.location(locationId),
                location -> keep(
                        locationId + "/location",
                        location,
                        () -> database.write(transaction -> {
                            store.keep(transaction, location, clock.instant());
                            return null;
                        })),
                () -> database.read(transaction -> store.location(transaction, locationId)));
    }

    private List<CustomFieldDefinition> customFields(String locationId) {
        return known(
                crm.customFieldDefinitions(locationId),
                fields -> keep(
                        locationId + "/customFields",
                        fields,
                        () -> database.write(transaction -> {
                            store.keep(transaction, locationId, fields, clock.instant());
                            return null;
                        })),
                () -> database.read(transaction -> store.customFields(transaction, locationId)));
    }

    private <T> T known(Uni<T> question, Consumer<T> keep, Supplier<Optional<T>> lastKnown) {
        try {
            T answer = Bridge.await(question, Delivery.until(clock.instant().plus(PATIENCE), clock));
            keep.accept(answer);
            return answer;
        } catch (UpstreamException noAnswer) {
            return lastKnown.get().orElseThrow(() -> noAnswer);
        }
    }

    /** Most answers are what they were: those are not written again. */
    private void keep(String what, Object answer, Runnable write) {
        if (!answer.equals(kept.put(what, answer))) {
            write.run();
        }
    }
}
