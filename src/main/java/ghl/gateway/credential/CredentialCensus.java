package ghl.gateway.credential;

import ghl.gateway.credential.Credential.Status;
import ghl.gateway.credential.CredentialStore.Census;
import ghl.gateway.storage.Database;
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

/** How the locations and agencies that were connected by installs are, taken together. Asks the database, and blocks. */
@ApplicationScoped
class CredentialCensus {

    private final Database database;
    private final CredentialStore store;
    private final Clock clock;

    CredentialCensus(Database database, CredentialStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /**
     * What was counted.
     *
     * @param owners how many of each status, none left out
     * @param oldestToken how long the token that was not renewed for longest has been in use; empty while there is none
     */
    record Count(Map<Status, Long> owners, Optional<Duration> oldestToken) {}

    Count take() {
        List<Census> rows = database.read(store::census);
        Map<Status, Long> owners = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            owners.put(status, 0L);
        }
        rows.forEach(row -> owners.put(row.status(), row.owners()));
        Instant now = clock.instant();
        Optional<Duration> oldest = rows.stream()
                .map(Census::oldest)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, now));
        return new Count(owners, oldest);
    }
}
