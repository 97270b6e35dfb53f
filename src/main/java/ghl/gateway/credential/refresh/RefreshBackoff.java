package ghl.gateway.credential.refresh;

import ghl.gateway.credential.store.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pauses refreshes of an owner for a few seconds after the token endpoint failed, however many callers need a token. */
@ApplicationScoped
class RefreshBackoff {

    static final Duration PAUSE = Duration.ofSeconds(5);

    private final Map<Owner, Instant> ends = new ConcurrentHashMap<>();
    private final Clock clock;

    RefreshBackoff(Clock clock) {
        this.clock = clock;
    }

    boolean isActive(Owner owner) {
        return clock.instant().isBefore(ends.getOrDefault(owner, Instant.MIN));
    }

    void start(Owner owner) {
        ends.put(owner, clock.instant().plus(PAUSE));
    }

    void clear(Owner owner) {
        ends.remove(owner);
    }
}
