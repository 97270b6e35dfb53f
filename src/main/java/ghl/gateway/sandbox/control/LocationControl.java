package ghl.gateway.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.gate.TrafficCounters;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.RouteTable;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.Ids;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxLocation;
import ghl.gateway.sandbox.state.SandboxLocations;
import ghl.gateway.sandbox.state.SandboxState;
import ghl.gateway.sandbox.state.Token;
import java.util.Set;
import java.util.function.Function;

/** Creates locations and tokens and changes their settings. */
final class LocationControl {

    private static final String DAY_REMAINING = "dayRemaining";

    private final SandboxState state;
    private final SandboxLocations locations;
    private final TrafficCounters traffic;

    LocationControl(SandboxState state, TrafficCounters traffic) {
        this.state = state;
        this.locations = new SandboxLocations(state);
        this.traffic = traffic;
    }

    void addTo(RouteTable<Function<Call, SandboxReply>> routes) {
        routes.add("POST", "/_control/locations", this::create);
        routes.add("GET", "/_control/locations/{id}", call -> answer(200, require(call)));
        routes.add("PATCH", "/_control/locations/{id}", this::change);
        routes.add("POST", "/_control/tokens", this::createToken);
    }

    SandboxLocation require(Call call) {
        String id = call.segment("id");
        return locations.find(id).orElseThrow(() -> SandboxRefusal.notFound("No location " + id));
    }

    private SandboxReply create(Call call) {
        ObjectNode settings = ControlBody.withOnly(call.body().deepCopy(), settingsAnd("id"));
        if (!settings.has("id")) {
            settings.put("id", Ids.next());
        }
        SandboxLocation location = ControlBody.made(() -> SandboxLocation.from(settings));
        if (locations.find(location.id()).isPresent()) {
            throw SandboxRefusal.conflict("Location " + location.id() + " already exists");
        }
        locations.put(location);
        state.put(Kind.TOKEN, Token.of(location).toJson());
        return answer(201, location);
    }

    private SandboxReply change(Call call) {
        SandboxLocation location = require(call);
        ObjectNode changes = ControlBody.withOnly(call.body().deepCopy(), settingsAnd(DAY_REMAINING));
        JsonNode dayRemaining = changes.remove(DAY_REMAINING);
        if (dayRemaining != null && !dayRemaining.isIntegralNumber()) {
            throw SandboxRefusal.badRequest(DAY_REMAINING + " must be an integer number");
        }
        ObjectNode settings = location.toJson();
        settings.setAll(changes);
        SandboxLocation changed = ControlBody.made(() -> SandboxLocation.from(settings));
        locations.put(changed);
        if (dayRemaining != null) {
            traffic.of(changed.id()).leaveForToday(changed, dayRemaining.asLong());
        }
        return answer(200, changed);
    }

    private SandboxReply createToken(Call call) {
        ObjectNode settings = ControlBody.withOnly(call.body().deepCopy(), Set.of("token", "locationIds", "scopes"));
        settings.put("id", settings.path("token").asText("pit-" + Ids.next()));
        settings.remove("token");
        Token token = ControlBody.made(() -> Token.from(settings));
        if (token.locationIds() == null || token.locationIds().isEmpty()) {
            throw SandboxRefusal.badRequest("locationIds should not be empty");
        }
        state.put(Kind.TOKEN, token.toJson());
        ObjectNode stored = token.toJson();
        stored.remove("id");
        return SandboxReply.created(
                SandboxJson.object().put("token", token.id()).setAll(stored));
    }

    private static SandboxReply answer(int status, SandboxLocation location) {
        ObjectNode body = SandboxJson.object();
        body.set("location", location.toJson());
        return SandboxReply.of(status, body.put("token", Token.of(location).id()));
    }

    /** The settings of a location that a request may change, and one more key. */
    private static Set<String> settingsAnd(String further) {
        Set<String> keys = ControlBody.keysOf(SandboxLocation.class);
        keys.removeAll(Set.of("id", "companyId", "tags"));
        keys.add(further);
        return keys;
    }
}
