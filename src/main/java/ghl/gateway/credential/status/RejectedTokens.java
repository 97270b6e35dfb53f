package ghl.gateway.credential.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Of which locations the CRM does not take the token, and there is no other. Known to this process, since it last asked.
 */
@ApplicationScoped
public class RejectedTokens {

    private final Map<String, Instant> since = new ConcurrentHashMap<>();
    private final Clock clock;

    RejectedTokens(Clock clock) {
        this.clock = clock;
    }

    public void refused(String locationId) {
        since.putIfAbsent(locationId, clock.instant());
    }

    /** For every call that the CRM answers. */
    public void accepted(String locationId) {
        if (!since.isEmpty()) {
            since.remove(locationId);
        }
    }

    Optional<Instant> since(String locationId) {
        return Optional.ofNullable(since.get(locationId));
    }
}
