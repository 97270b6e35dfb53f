package ghl.gateway.sandbox.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.state.SandboxLocation;
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

    boolean admit(SandboxLocation location) {
        return of(location.id()).admit(location, clock.millis());
    }

    void foreignToken(String locationId) {
        of(locationId).foreignToken();
    }

    void reached(SandboxLocation location, Operation operation) {
        of(location.id()).reached(operation.id());
    }

    Map<String, String> headers(SandboxLocation location) {
        return of(location.id()).quota().headers(location, clock.millis());
    }

    public void leaveForToday(SandboxLocation location, long remaining) {
        of(location.id()).quota().leaveForToday(location, remaining, clock.millis());
    }

    public ObjectNode report(String locationId) {
        return of(locationId).report(clock.millis());
    }

    public void forget(String locationId) {
        byLocation.remove(locationId);
    }

    public void forgetAll() {
        byLocation.clear();
    }

    private Traffic of(String locationId) {
        return byLocation.computeIfAbsent(locationId, first -> new Traffic());
    }
}
