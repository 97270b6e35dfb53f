package ghl.gateway.sandbox.gate;

import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.RouteTable;
import ghl.gateway.sandbox.http.SandboxDelivery;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.SandboxLocation;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The pipeline of a vendor request: route, access, outage, rate limit, fault, operation. Admission and operation run
 * exclusively one after the other, so that a failed operation rolls back its own writes only.
 */
public final class Gate {

    private record Admission(Operation operation, Admitted request, Fault fault, Map<String, String> headers) {}

    private final SandboxState state;
    private final SandboxAccess access;
    private final TrafficCounters traffic;
    private final Faults faults = new Faults();
    private final Set<String> operationIds;
    private final RouteTable<Operation> routes = new RouteTable<>();

    public Gate(SandboxState state, Clock clock, List<Operation> operations) {
        this.state = state;
        this.traffic = new TrafficCounters(clock);
        this.access = new SandboxAccess(state, traffic, clock);
        this.operationIds = operations.stream().map(Operation::id).collect(Collectors.toUnmodifiableSet());
        operations.forEach(operation -> routes.add(operation.method(), operation.path(), operation));
    }

    public SandboxAccess access() {
        return access;
    }

    public TrafficCounters traffic() {
        return traffic;
    }

    public Faults faults() {
        return faults;
    }

    public Set<String> operationIds() {
        return operationIds;
    }

    public SandboxDelivery answer(Call call) {
        String traceId = UUID.randomUUID().toString();
        try {
            Admission admission = state.exclusively(() -> admit(call));
            UnaryOperator<SandboxReply> finish =
                    reply -> reply.withTrace(traceId).with(admission.headers());
            return admission.fault().deliver(() -> perform(admission), finish);
        } catch (SandboxRefusal refusal) {
            return SandboxDelivery.whole(refusal.reply().withTrace(traceId));
        }
    }

    private Admission admit(Call received) {
        RouteTable.Found<Operation> found = routes.find(received);
        Operation operation = found.target();
        SandboxLocation location = access.check(found.call(), operation.scope());
        Admitted request = new Admitted(found.call(), location);
        if (location.outage() != null) {
            return new Admission(operation, request, Fault.of(location.outage()), Map.of());
        }
        Traffic here = traffic.of(location.id());
        boolean fits = here.admit(location);
        Map<String, String> headers = here.headers(location);
        if (!fits) {
            throw SandboxRefusal.tooManyRequests(headers);
        }
        Fault fault = faults.take(location.id(), operation.id()).orElse(Fault.NONE);
        return new Admission(operation, request, fault, headers);
    }

    private SandboxReply perform(Admission admission) {
        try {
            return state.exclusively(() -> {
                traffic.of(admission.request().location().id()).reached(admission.operation());
                return admission.operation().handler().apply(admission.request());
            });
        } catch (SandboxRefusal refusal) {
            return refusal.reply();
        }
    }
}
