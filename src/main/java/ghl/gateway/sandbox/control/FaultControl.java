package ghl.gateway.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.gate.Fault;
import ghl.gateway.sandbox.gate.Faults;
import ghl.gateway.sandbox.gate.TrafficBook;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.Json;
import ghl.gateway.sandbox.http.Refusal;
import ghl.gateway.sandbox.http.Reply;
import ghl.gateway.sandbox.http.RouteTable;
import ghl.gateway.sandbox.state.Location;
import java.util.Set;
import java.util.function.Function;

/** Orders faults, and tells what the locations have seen. */
final class FaultControl {

    private static final Set<String> KEYS = Set.of(
            "locationId",
            "operation",
            "times",
            "status",
            "when",
            "body",
            "delayMs",
            "dropAnswer",
            "truncate",
            "malformed",
            "applyLateMs",
            "headers");

    private final Faults faults;
    private final TrafficBook traffic;
    private final Set<String> operationIds;

    /** @param operationIds what a fault may be ordered for, beside {@code *} */
    FaultControl(Faults faults, TrafficBook traffic, Set<String> operationIds) {
        this.faults = faults;
        this.traffic = traffic;
        this.operationIds = operationIds;
    }

    void addTo(RouteTable<Function<Call, Reply>> routes) {
        routes.add("POST", "/_control/faults", this::add);
        routes.add("GET", "/_control/faults", call -> Reply.ok(waiting()));
        routes.add("DELETE", "/_control/faults", this::clear);
        routes.add("GET", "/_control/counters", this::counters);
    }

    /** {@code times} is 1 unless said. */
    private Reply add(Call call) {
        ObjectNode settings = Json.object().put("times", 1);
        settings.setAll(ControlBody.known(call.body(), KEYS));
        Fault fault = ControlBody.made(() -> Json.toRecord(settings, Fault.class));
        if (!fault.operation().equals("*") && !operationIds.contains(fault.operation())) {
            throw Refusal.badRequest("Unknown operation " + fault.operation());
        }
        faults.add(fault);
        return Reply.created(Json.object().set("fault", Json.fromRecord(fault)));
    }

    private Reply clear(Call call) {
        call.query("locationId").ifPresentOrElse(faults::clear, faults::clear);
        return Reply.ok(waiting());
    }

    private Reply counters(Call call) {
        return Reply.ok(traffic.report(call.query("locationId").orElse(Location.MAIN)));
    }

    private ObjectNode waiting() {
        return Json.object().set("faults", Json.nodes(faults.waiting().stream().map(Json::fromRecord)));
    }
}
