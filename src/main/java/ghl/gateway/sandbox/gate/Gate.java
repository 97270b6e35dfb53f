package ghl.gateway.sandbox.gate;

import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.Delivery;
import ghl.gateway.sandbox.http.Refusal;
import ghl.gateway.sandbox.http.Reply;
import ghl.gateway.sandbox.http.RouteTable;
import ghl.gateway.sandbox.state.Location;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The way of a vendor request: route, access, outage, rate limit, fault, operation. Admission and operation are two
 * pieces of exclusive work, so that an operation which fails takes nothing but its own writes back.
 */
public final class Gate {

    private record Admission(Operation operation, Admitted request, Fault fault, Map<String, String> headers) {}

    private final SandboxState state;
    private final Access access;
    private final TrafficBook traffic;
    private final Faults faults = new Faults();
    private final Set<String> operationIds;
    private final RouteTable<Operation> routes = new RouteTable<>();

    public Gate(SandboxState state, Clock clock, List<Operation> operations) {
        this.state = state;
        this.traffic = new TrafficBook(clock);
        this.access = new Access(state, traffic, clock);
        this.operationIds = operations.stream().map(Operation::id).collect(Collectors.toUnmodifiableSet());
        operations.forEach(operation -> routes.add(operation.method(), operation.path(), operation));
    }

    public Access access() {
        return access;
    }

    public TrafficBook traffic() {
        return traffic;
    }

    public Faults faults() {
        return faults;
    }

    public Set<String> operationIds() {
        return operationIds;
    }

    public Delivery answer(Call call) {
        String traceId = UUID.randomUUID().toString();
        try {
            return deliver(state.exclusively(() -> admit(call)), traceId);
        } catch (Refusal refusal) {
            return Delivery.whole(refusal.reply().withTrace(traceId));
        }
    }

    private Admission admit(Call received) {
        RouteTable.Found<Operation> found = routes.find(received);
        Operation operation = found.target();
        Location location = access.check(found.call(), operation.scope());
        Admitted request = new Admitted(found.call(), location);
        if (location.outage() != null) {
            return new Admission(operation, request, Fault.of(location.outage()), Map.of());
        }
        boolean fits = traffic.admit(location);
        Map<String, String> headers = traffic.headers(location);
        if (!fits) {
            throw Refusal.tooManyRequests(headers);
        }
        Fault fault = faults.take(location.id(), operation.id()).orElse(Fault.NONE);
        return new Admission(operation, request, fault, headers);
    }

    private Delivery deliver(Admission admission, String traceId) {
        Fault fault = admission.fault();
        Optional<Reply> truth = fault.hasEffect() ? Optional.of(perform(admission)) : Optional.empty();
        Reply said = fault.reply(truth)
                .map(reply -> reply.withTrace(traceId).with(admission.headers()).with(fault.ownHeaders()))
                .orElse(null);
        return new Delivery(said, fault.delay(), fault.ending(), late(admission));
    }

    private Reply perform(Admission admission) {
        try {
            return state.exclusively(() -> {
                traffic.reached(admission.request().location(), admission.operation());
                return admission.operation().handler().handle(admission.request());
            });
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private Optional<Delivery.Late> late(Admission admission) {
        return Optional.ofNullable(admission.fault().applyLateMs())
                .map(afterMs -> new Delivery.Late(afterMs, () -> perform(admission)));
    }
}
