package ghl.gateway.submission.accept;

import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.cache.SizeEstimator;
import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.highlevel.call.LocationsConnected;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.journal.LocationFactsStore;
import ghl.gateway.submission.journal.LocationFactsStore.Fact;
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
import org.jboss.logging.Logger;

/**
 * The facts of locations that checks need: from the CRM, or, while it does not answer, as last stored. A form is a lead, so
 * accepting it with yesterday's time zone is better than losing it.
 */
@ApplicationScoped
public class KnownLocations {

    /** Maximum time to wait for one fact. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    /** How long stored facts are used without a call after the CRM did not answer. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration REFRESH_INTERVAL = SILENCE;

    private static final long MOST_STORED_BYTES = 20_000_000;

    private static final long MOST_SILENCES = 1_000;

    private static final Logger LOG = Logger.getLogger(KnownLocations.class);

    private final HighLevel crm;
    private final Database database;
    private final LocationFactsStore store;
    private final Clock clock;
    private final Map<String, Object> stored = Caffeine.newBuilder()
            .maximumWeight(MOST_STORED_BYTES)
            .weigher((String what, Object answer) -> SizeEstimator.of(answer))
            .build()
            .asMap();
    /** Bounded, because some callers may name any location. */
    private final Map<String, Silence> silences = Caffeine.newBuilder()
            .maximumSize(MOST_SILENCES)
            .<String, Silence>build()
            .asMap();

    private final Map<String, Instant> nextRefresh = new ConcurrentHashMap<>();

    KnownLocations(HighLevel crm, Database database, LocationFactsStore store, Clock clock) {
        this.crm = crm;
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    private record Silence(Instant until, UpstreamException why) {}

    /** Facts are read lazily; each access blocks and may cost a call. */
    public LocationFacts of(String locationId) {
        return of(locationId, false);
    }

    /** For intakes: stored facts are used without a call, and defaults where nothing is known. */
    LocationFacts forIntake(String locationId) {
        return new LocationFactsOrDefaults(locationId, of(locationId, true));
    }

    /**
     * Stores the facts of locations, so that their forms do not wait for the CRM. Call it periodically: it costs calls only for
     * facts older than {@code highlevel.catalogue.ttl}. Blocks, and stops at the first location that the CRM does not answer
     * for.
     */
    public void learn(Set<String> locationIds) {
        for (String locationId : locationIds) {
            boolean isDue = !clock.instant().isBefore(nextRefresh.getOrDefault(locationId, Instant.MIN));
            if (isDue && !refresh(locationId)) {
                return;
            }
        }
    }

    void onConnected(@Observes LocationsConnected connected) {
        silences.clear();
        nextRefresh.clear();
    }

    private boolean refresh(String locationId) {
        nextRefresh.put(locationId, clock.instant().plus(REFRESH_INTERVAL));
        try {
            LocationFacts facts = of(locationId);
            facts.location();
            facts.customFields();
            return true;
        } catch (UpstreamException e) {
            LOG.debugf("Facts of location %s not refreshed: %s", locationId, e.getMessage());
            return false;
        }
    }

    private LocationFacts of(String locationId, boolean preferStored) {
        return new LocationFacts() {
            @Override
            public Location location() {
                return known(locationId, LocationFactsStore.LOCATION, crm.location(locationId), preferStored);
            }

            @Override
            public List<CustomFieldDefinition> customFields() {
                return known(
                        locationId,
                        LocationFactsStore.CUSTOM_FIELDS,
                        crm.customFieldDefinitions(locationId),
                        preferStored);
            }
        };
    }

    /**
     * @param preferStored whether to use stored facts without a call, and not to call a CRM that did not answer just
     *     now
     */
    private <T> T known(String locationId, Fact<T> fact, Uni<T> call, boolean preferStored) {
        String what = locationId + "/" + fact.kind();
        Silence silence = silences.get(what);
        boolean isSilent = silence != null && clock.instant().isBefore(silence.until());
        if (preferStored || isSilent) {
            Optional<T> known = lastKnown(locationId, fact);
            if (known.isPresent()) {
                return known.get();
            }
        }
        if (preferStored && isSilent) {
            throw silence.why();
        }
        try {
            T answer =
                    BlockingCalls.await(call, CallDeadline.until(clock.instant().plus(TIME_LIMIT), clock));
            save(locationId, fact, answer);
            return answer;
        } catch (UpstreamException noAnswer) {
            silences.put(what, new Silence(clock.instant().plus(SILENCE), noAnswer));
            return lastKnown(locationId, fact).orElseThrow(() -> noAnswer);
        }
    }

    private <T> Optional<T> lastKnown(String locationId, Fact<T> fact) {
        return database.read(transaction -> store.find(transaction, locationId, fact));
    }

    /** Unchanged answers are not written again. */
    private <T> void save(String locationId, Fact<T> fact, T answer) {
        String what = locationId + "/" + fact.kind();
        if (answer.equals(stored.get(what))) {
            return;
        }
        try {
            database.write(transaction -> {
                store.save(transaction, locationId, fact, answer, clock.instant());
                return null;
            });
            stored.put(what, answer);
        } catch (StorageException e) {
            LOG.warnf(e, "Facts %s could not be stored for use during CRM outages", what);
        }
    }
}
