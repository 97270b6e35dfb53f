package ghl.gateway.credential.refresh;

import ghl.gateway.credential.store.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A token endpoint that brought nothing for an owner is left alone for some seconds, however many ask for a token. */
@ApplicationScoped
class RefreshBackoff {

    static final Duration LENGTH = Duration.ofSeconds(5);

    private final Map<Owner, Instant> ends = new ConcurrentHashMap<>();
    private final Clock clock;

    RefreshBackoff(Clock clock) {
        this.clock = clock;
    }

    boolean isOn(Owner owner) {
        return clock.instant().isBefore(ends.getOrDefault(owner, Instant.MIN));
    }

    void begin(Owner owner) {
        ends.put(owner, clock.instant().plus(LENGTH));
    }

    void end(Owner owner) {
        ends.remove(owner);
    }
}
