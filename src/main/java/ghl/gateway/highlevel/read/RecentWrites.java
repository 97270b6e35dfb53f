package ghl.gateway.highlevel.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.time.ClockNanos;
import ghl.gateway.time.Steady;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** The contacts that this process wrote to so recently that the CRM's searches may not show it yet. */
@ApplicationScoped
public class RecentWrites {

    /** Longest lag of the searches, as reported by integrators. */
    private static final Duration SEARCH_LAG = Duration.ofSeconds(60);

    private static final long MOST_CONTACTS = 10_000;

    /** @param contactId null for any contact of the location */
    private record Written(String locationId, String contactId) {}

    private final Cache<Written, Boolean> written;

    public RecentWrites(@Steady Clock steadyClock) {
        this.written = Caffeine.newBuilder()
                .expireAfterWrite(SEARCH_LAG)
                .maximumSize(MOST_CONTACTS)
                .ticker(() -> ClockNanos.of(steadyClock))
                .build();
    }

    /** @param contactId null when any contact of the location may have been written to */
    void add(String locationId, String contactId) {
        written.put(new Written(locationId, contactId), true);
    }

    boolean contains(String locationId, String contactId) {
        return isWritten(locationId, contactId) || isWritten(locationId, null);
    }

    /** How many of {@code contacts} unknown contacts may have been written to. */
    int countAmong(String locationId, int contacts) {
        if (isWritten(locationId, null)) {
            return contacts;
        }
        return (int) written.asMap().keySet().stream()
                .filter(contact -> contact.locationId().equals(locationId))
                .limit(contacts)
                .count();
    }

    private boolean isWritten(String locationId, String contactId) {
        return written.getIfPresent(new Written(locationId, contactId)) != null;
    }
}
