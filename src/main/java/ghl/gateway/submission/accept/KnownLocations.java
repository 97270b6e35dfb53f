package ghl.gateway.submission.accept;

import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.highlevel.call.LocationsConnected;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.journal.LocationFactsStore;
import ghl.gateway.submission.step.BlockingCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What a check has to know of locations: as the CRM says, or, while it does not answer, as it last said. A form is
 * somebody's lead: it is taken with a time zone of yesterday rather than not at all.
 */
@ApplicationScoped
public class KnownLocations {

    /** Longer than that nobody waits for a form's check to get its turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** After the CRM has not answered, so long nobody else waits for it where something is known. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration LEARN_AGAIN = SILENCE;

    private static final Logger LOG = Logger.getLogger(KnownLocations.class);

    private final HighLevel crm;
    private final Database database;
    private final LocationFactsStore store;
    private final Clock clock;
    private final Map<String, Object> kept = new ConcurrentHashMap<>();
    private final Map<String, Silence> silences = new ConcurrentHashMap<>();
    private final Map<String, Instant> learnAgain = new ConcurrentHashMap<>();

    KnownLocations(HighLevel crm, Database database, LocationFactsStore store, Clock clock) {
        this.crm = crm;
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    private record Silence(Instant until, UpstreamException why) {}

    /** Asked lazily; each question blocks and may cost a call. */
    public LocationFacts of(String locationId) {
        return of(locationId, false);
    }

    /** The same for what must be taken at once and whatever is known: nothing waits for the CRM that was learned before. */
    LocationFactsOrDefaults ofIntake(String locationId) {
        return new LocationFactsOrDefaults(locationId, of(locationId, true));
    }

    /**
     * Asks for what is not known or may have changed, and keeps it: forms of these locations are taken by it, so that
     * none waits for the CRM, which may be slow or gone. To be called again and again; costs calls only where what the
     * CRM said last is older than {@code highlevel.catalogue.ttl}. Blocks, and leaves the rest for the next time where
     * one is not told.
     */
    public void learn(Set<String> locationIds) {
        for (String locationId : locationIds) {
            boolean isDue = !clock.instant().isBefore(learnAgain.getOrDefault(locationId, Instant.MIN));
            if (isDue && !isLearned(locationId)) {
                return;
            }
        }
    }

    void askAgain(@Observes LocationsConnected connected) {
        silences.clear();
        learnAgain.clear();
    }

    private boolean isLearned(String locationId) {
        learnAgain.put(locationId, clock.instant().plus(LEARN_AGAIN));
        try {
            location(locationId, false);
            customFields(locationId, false);
            return true;
        } catch (UpstreamException later) {
            LOG.debugf("What location %s has is not known now: %s", locationId, later.getMessage());
            return false;
        }
    }

    private LocationFacts of(String locationId, boolean isHurried) {
        return new LocationFacts() {
            @Override
            public Location location() {
                return KnownLocations.this.location(locationId, isHurried);
            }

            @Override
            public List<CustomFieldDefinition> customFields() {
                return KnownLocations.this.customFields(locationId, isHurried);
            }
        };
    }

    private Location location(String locationId, boolean isHurried) {
        return known(
                locationId + "/location",
                crm.location(locationId),
                (transaction, location) -> store.keep(transaction, location, clock.instant()),
                transaction -> store.location(transaction, locationId),
                isHurried);
    }

    private List<CustomFieldDefinition> customFields(String locationId, boolean isHurried) {
        return known(
                locationId + "/customFields",
                crm.customFieldDefinitions(locationId),
                (transaction, fields) -> store.keep(transaction, locationId, fields, clock.instant()),
                transaction -> store.customFields(transaction, locationId),
                isHurried);
    }

    /** @param isHurried whether what was last known will do, and nobody waits for a CRM that has just not answered */
    private <T> T known(
            String what,
            Uni<T> question,
            BiConsumer<Transaction, T> keep,
            Function<Transaction, Optional<T>> lastKnown,
            boolean isHurried) {
        Silence silence = silences.get(what);
        boolean isSilent = silence != null && clock.instant().isBefore(silence.until());
        if (isHurried || isSilent) {
            Optional<T> known = database.read(lastKnown);
            if (known.isPresent()) {
                return known.get();
            }
        }
        if (isHurried && isSilent) {
            throw silence.why();
        }
        try {
            T answer = BlockingCalls.await(
                    question, CallDeadline.until(clock.instant().plus(PATIENCE), clock));
            keep(what, answer, keep);
            return answer;
        } catch (UpstreamException noAnswer) {
            silences.put(what, new Silence(clock.instant().plus(SILENCE), noAnswer));
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
