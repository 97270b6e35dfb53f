package ghl.gateway.highlevel.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.highlevel.async.SteadyClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Which contacts this process has written to so lately that the CRM's searches may not show it yet. */
@ApplicationScoped
public class RecentWrites {

    /** How far searches lag, at most, as integrators report. */
    private static final Duration LAG = Duration.ofSeconds(60);

    private static final long MOST_CONTACTS = 10_000;

    /** @param contactId null for any contact of the location */
    private record Written(String locationId, String contactId) {}

    private final Cache<Written, Boolean> written;

    public RecentWrites(Clock clock) {
        Clock steady = new SteadyClock(clock);
        this.written = Caffeine.newBuilder()
                .expireAfterWrite(LAG)
                .maximumSize(MOST_CONTACTS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(steady.millis()))
                .build();
    }

    void note(String locationId, String contactId) {
        written.put(new Written(locationId, contactId), true);
    }

    void noteAll(String locationId) {
        note(locationId, null);
    }

    boolean include(String locationId, String contactId) {
        return written.getIfPresent(new Written(locationId, contactId)) != null
                || written.getIfPresent(new Written(locationId, null)) != null;
    }

    /** How many of so many contacts these may be. */
    int many(String locationId, int most) {
        if (written.getIfPresent(new Written(locationId, null)) != null) {
            return most;
        }
        return (int) written.asMap().keySet().stream()
                .filter(one -> one.locationId().equals(locationId))
                .limit(most)
                .count();
    }
}
