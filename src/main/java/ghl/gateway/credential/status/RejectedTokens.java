package ghl.gateway.credential.status;

import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Locations whose token the CRM rejects and that have no other token, as far as this process has seen. */
@ApplicationScoped
public class RejectedTokens {

    /** Bounded, because some callers may name any location. */
    private static final long MOST_LOCATIONS = 10_000;

    private final Map<String, Instant> since = Caffeine.newBuilder()
            .maximumSize(MOST_LOCATIONS)
            .executor(Runnable::run)
            .<String, Instant>build()
            .asMap();
    private final Clock clock;

    RejectedTokens(Clock clock) {
        this.clock = clock;
    }

    public void rejected(String locationId) {
        since.putIfAbsent(locationId, clock.instant());
    }

    /** Called for every call that the CRM answers. */
    public void accepted(String locationId) {
        if (!since.isEmpty()) {
            since.remove(locationId);
        }
    }

    Optional<Instant> since(String locationId) {
        return Optional.ofNullable(since.get(locationId));
    }
}
