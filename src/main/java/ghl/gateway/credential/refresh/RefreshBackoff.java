package ghl.gateway.credential.refresh;

import ghl.gateway.credential.store.Owner;
import ghl.gateway.time.Steady;
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
    private final Clock steadyClock;

    RefreshBackoff(@Steady Clock steadyClock) {
        this.steadyClock = steadyClock;
    }

    boolean isActive(Owner owner) {
        return steadyClock.instant().isBefore(ends.getOrDefault(owner, Instant.MIN));
    }

    void start(Owner owner) {
        ends.put(owner, steadyClock.instant().plus(PAUSE));
    }

    void clear(Owner owner) {
        ends.remove(owner);
    }
}
