package ghl.gateway.credential.status;

import ghl.gateway.credential.status.LocationOverview.Source;
import ghl.gateway.credential.status.LocationOverview.State;
import ghl.gateway.credential.store.Credential.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Counts over all credentials. Queries the database, and blocks. */
@ApplicationScoped
class CredentialStats {

    private final LocationOverview locations;
    private final Clock clock;

    CredentialStats(LocationOverview locations, Clock clock) {
        this.locations = locations;
        this.clock = clock;
    }

    /**
     * Counts at one moment.
     *
     * @param installed owners connected by installs, with an entry for every status
     * @param rejected locations whose token the CRM rejects, from any source
     * @param oldestToken age of the token that was refreshed longest ago; empty when none exists
     */
    record Snapshot(Map<Status, Long> installed, long rejected, Optional<Duration> oldestToken) {}

    Snapshot snapshot() {
        List<State> all = locations.all();
        Map<Status, Long> installed = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            installed.put(status, count(all, state -> state.source() == Source.INSTALL && state.status() == status));
        }
        Instant now = clock.instant();
        Optional<Duration> oldest = all.stream()
                .map(State::refreshedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(refreshedAt -> Duration.between(refreshedAt, now));
        return new Snapshot(installed, count(all, state -> state.refusedSince() != null), oldest);
    }

    private static long count(List<State> states, Predicate<State> condition) {
        return states.stream().filter(condition).count();
    }
}
