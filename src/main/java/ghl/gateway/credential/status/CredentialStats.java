package ghl.gateway.credential.status;

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

/** How the locations and agencies are connected, taken together. Asks the database, and blocks. */
@ApplicationScoped
class CredentialStats {

    private final LocationOverview locations;
    private final Clock clock;

    CredentialStats(LocationOverview locations, Clock clock) {
        this.locations = locations;
        this.clock = clock;
    }

    /**
     * What was counted.
     *
     * @param installed how many of each status installs have brought, none left out
     * @param refused of how many locations the CRM does not take the token, wherever that is from
     * @param oldestToken how long the token that was not renewed for longest has been in use; empty while there is none
     */
    record Count(Map<Status, Long> installed, long refused, Optional<Duration> oldestToken) {}

    Count take() {
        List<State> all = locations.all();
        Map<Status, Long> installed = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            installed.put(
                    status,
                    all.stream()
                            .filter(state ->
                                    state.source() == LocationOverview.Source.INSTALL && state.status() == status)
                            .count());
        }
        long refused =
                all.stream().filter(state -> state.refusedSince() != null).count();
        Instant now = clock.instant();
        Optional<Duration> oldest = all.stream()
                .map(State::refreshedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, now));
        return new Count(installed, refused, oldest);
    }
}
