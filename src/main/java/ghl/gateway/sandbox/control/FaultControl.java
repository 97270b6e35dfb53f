package ghl.gateway.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.gate.Fault;
import ghl.gateway.sandbox.gate.Faults;
import ghl.gateway.sandbox.gate.TrafficCounters;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.RouteTable;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.Set;
import java.util.function.Function;

/** Adds faults and reports the traffic of locations. */
final class FaultControl {

    private static final Set<String> KEYS = ControlBody.keysOf(Fault.class);

    private final Faults faults;
    private final TrafficCounters traffic;
    private final Set<String> operationIds;

    /** @param operationIds operations that accept faults, in addition to {@code *} */
    FaultControl(Faults faults, TrafficCounters traffic, Set<String> operationIds) {
        this.faults = faults;
        this.traffic = traffic;
        this.operationIds = operationIds;
    }

    void addTo(RouteTable<Function<Call, SandboxReply>> routes) {
        routes.add("POST", "/_control/faults", this::add);
        routes.add("GET", "/_control/faults", call -> SandboxReply.ok(waiting()));
        routes.add("DELETE", "/_control/faults", this::clear);
        routes.add("GET", "/_control/counters", this::counters);
    }

    /** {@code times} defaults to 1. */
    private SandboxReply add(Call call) {
        ObjectNode settings = SandboxJson.object().put("times", 1);
        settings.setAll(ControlBody.withOnly(call.body(), KEYS));
        Fault fault = ControlBody.made(() -> SandboxJson.toRecord(settings, Fault.class));
        if (!fault.operation().equals("*") && !operationIds.contains(fault.operation())) {
            throw SandboxRefusal.badRequest("Unknown operation " + fault.operation());
        }
        faults.add(fault);
        return SandboxReply.created(SandboxJson.object().set("fault", SandboxJson.fromRecord(fault)));
    }

    private SandboxReply clear(Call call) {
        call.query("locationId").ifPresentOrElse(faults::clear, faults::clear);
        return SandboxReply.ok(waiting());
    }

    private SandboxReply counters(Call call) {
        String locationId = call.query("locationId").orElse(SandboxLocation.MAIN);
        return SandboxReply.ok(traffic.of(locationId).report());
    }

    private ObjectNode waiting() {
        return SandboxJson.object()
                .set("faults", SandboxJson.nodes(faults.waiting().stream().map(SandboxJson::fromRecord)));
    }
}
