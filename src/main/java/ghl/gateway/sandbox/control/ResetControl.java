package ghl.gateway.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.gate.Faults;
import ghl.gateway.sandbox.gate.Gate;
import ghl.gateway.sandbox.gate.TrafficCounters;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.RouteTable;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxLocation;
import ghl.gateway.sandbox.state.SandboxLocations;
import ghl.gateway.sandbox.state.SandboxSeed;
import ghl.gateway.sandbox.state.SandboxState;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Resets everything, or one location, to the seed. A location created here loses its records and keeps its settings and
 * tokens.
 */
final class ResetControl {

    private final SandboxState state;
    private final SandboxSeed seed;
    private final SandboxLocations locations;
    private final TrafficCounters traffic;
    private final Faults faults;

    ResetControl(SandboxState state, SandboxSeed seed, Gate gate) {
        this.state = state;
        this.seed = seed;
        this.locations = new SandboxLocations(state);
        this.traffic = gate.traffic();
        this.faults = gate.faults();
    }

    void addTo(RouteTable<Function<Call, SandboxReply>> routes) {
        routes.add("POST", "/_control/reset", this::reset);
    }

    private SandboxReply reset(Call call) {
        ObjectNode body = ControlBody.withOnly(call.body(), Set.of("locationId"));
        String locationId = SandboxJson.text(body, "locationId");
        if (locationId == null) {
            resetAll();
            return SandboxReply.ok(SandboxJson.object().put("reset", "all"));
        }
        resetOne(locations.find(locationId).orElseThrow(() -> SandboxRefusal.notFound("No location " + locationId)));
        return SandboxReply.ok(SandboxJson.object().put("reset", locationId));
    }

    private void resetAll() {
        ids(Kind.LOCATION).forEach(locations::empty);
        for (Kind kind : Kind.values()) {
            ids(kind).forEach(id -> state.remove(kind, id));
        }
        traffic.forgetAll();
        faults.clear();
        seed.plantAll(state);
    }

    private void resetOne(SandboxLocation location) {
        locations.empty(location.id());
        traffic.forget(location.id());
        faults.clear(location.id());
        if (!seed.plant(state, location.id())) {
            ObjectNode settings = location.toJson();
            settings.putArray("tags");
            locations.put(SandboxLocation.from(settings));
        }
    }

    private List<String> ids(Kind kind) {
        return state.all(kind).stream()
                .map(entry -> SandboxJson.text(entry, "id"))
                .toList();
    }
}
