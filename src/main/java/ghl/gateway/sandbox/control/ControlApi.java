package ghl.gateway.sandbox.control;

import ghl.gateway.sandbox.contact.Contacts;
import ghl.gateway.sandbox.gate.Faults;
import ghl.gateway.sandbox.gate.TrafficBook;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.Delivery;
import ghl.gateway.sandbox.http.Reply;
import ghl.gateway.sandbox.http.RouteTable;
import ghl.gateway.sandbox.state.SandboxSeed;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.function.Function;

/** All routes below {@code /_control}; each request is one piece of exclusive work. */
public final class ControlApi {

    private static final String PREFIX = "/_control/";

    private final SandboxState state;
    private final RouteTable<Function<Call, Reply>> routes = new RouteTable<>();

    public ControlApi(SandboxState state, SandboxSeed seed, TrafficBook traffic, Faults faults, Clock clock) {
        this.state = state;
        LocationControl locations = new LocationControl(state, traffic);
        locations.addTo(routes);
        new RecordControl(state, new Contacts(state, clock), locations, clock).addTo(routes);
        new FaultControl(faults, traffic).addTo(routes);
        new ResetControl(state, seed, traffic, faults).addTo(routes);
    }

    public boolean owns(Call call) {
        return call.path().startsWith(PREFIX);
    }

    public Delivery answer(Call call) {
        return Delivery.whole(state.exclusively(() -> {
            RouteTable.Found<Function<Call, Reply>> found = routes.find(call);
            return found.target().apply(found.call());
        }));
    }
}
