package ghl.gateway.sandbox.gate;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Traffic by location. Each location has its own limits. */
public final class TrafficCounters {

    private final Clock clock;
    private final Map<String, Traffic> byLocation = new LinkedHashMap<>();

    public TrafficCounters(Clock clock) {
        this.clock = clock;
    }

    public Traffic of(String locationId) {
        return byLocation.computeIfAbsent(locationId, first -> new Traffic(clock));
    }

    public void forget(String locationId) {
        byLocation.remove(locationId);
    }

    public void forgetAll() {
        byLocation.clear();
    }
}
