package ghl.gateway.sandbox.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.state.SandboxLocation;

/** A request that may be carried out, and the location that it is about. */
public record Admitted(Call call, SandboxLocation location) {

    public ObjectNode body() {
        return call.body();
    }

    public String segment(String name) {
        return call.segment(name);
    }
}
