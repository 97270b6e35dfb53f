package ghl.gateway.sandbox.control;

import ghl.gateway.sandbox.contact.Contacts;
import ghl.gateway.sandbox.gate.Gate;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.RouteTable;
import ghl.gateway.sandbox.http.SandboxDelivery;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.oauth.OAuthApi;
import ghl.gateway.sandbox.state.SandboxSeed;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** The routes below {@code /_control}. Each request runs exclusively. */
public final class ControlApi {

    private static final String PREFIX = "/_control/";

    private final SandboxState state;
    private final RouteTable<Function<Call, SandboxReply>> routes = new RouteTable<>();

    public ControlApi(SandboxState state, SandboxSeed seed, Gate gate, OAuthApi oauth, Clock clock) {
        this.state = state;
        LocationControl locations = new LocationControl(state, gate.traffic());
        locations.addTo(routes);
        new RecordControl(state, new Contacts(state, clock), locations, clock).addTo(routes);
        new FaultControl(gate.faults(), gate.traffic(), operationIds(gate, oauth)).addTo(routes);
        new OAuthControl(state, oauth).addTo(routes);
        new ResetControl(state, seed, gate).addTo(routes);
    }

    private static Set<String> operationIds(Gate gate, OAuthApi oauth) {
        Set<String> all = new HashSet<>(gate.operationIds());
        all.addAll(oauth.operationIds());
        return all;
    }

    public boolean owns(Call call) {
        return call.path().startsWith(PREFIX);
    }

    public SandboxDelivery answer(Call call) {
        return SandboxDelivery.whole(state.exclusively(() -> {
            RouteTable.Found<Function<Call, SandboxReply>> found = routes.find(call);
            return found.target().apply(found.call());
        }));
    }
}
