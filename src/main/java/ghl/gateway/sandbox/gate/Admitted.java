package ghl.gateway.sandbox.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.state.SandboxLocation;

/** An admitted request and its location. */
public record Admitted(Call call, SandboxLocation location) {

    public ObjectNode body() {
        return call.body();
    }

    public String segment(String name) {
        return call.segment(name);
    }
}
