package ghl.gateway.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.RouteTable;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.oauth.OAuthApi;
import ghl.gateway.sandbox.oauth.OAuthSettings;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxState;
import java.util.Set;
import java.util.function.Function;

/** Changes the OAuth server's settings, ends tokens and installations, and reports counters. */
final class OAuthControl {

    private static final Set<String> SETTINGS = ControlBody.keysOf(OAuthSettings.class);

    private final SandboxState state;
    private final OAuthApi oauth;

    OAuthControl(SandboxState state, OAuthApi oauth) {
        this.state = state;
        this.oauth = oauth;
    }

    void addTo(RouteTable<Function<Call, SandboxReply>> routes) {
        routes.add(
                "GET",
                "/_control/oauth",
                call -> SandboxReply.ok(oauth.settings().toJson()));
        routes.add("PATCH", "/_control/oauth", this::change);
        routes.add("GET", "/_control/oauth/counters", this::counters);
        routes.add("POST", "/_control/oauth/expire", this::expire);
        routes.add("POST", "/_control/oauth/uninstall", this::uninstall);
    }

    private SandboxReply change(Call call) {
        ObjectNode changes = ControlBody.withOnly(call.body(), SETTINGS);
        oauth.change(ControlBody.made(() -> oauth.settings().with(changes)));
        return SandboxReply.ok(oauth.settings().toJson());
    }

    private SandboxReply counters(Call call) {
        return SandboxReply.ok(oauth.book().report(call.query("installation").orElse(null)));
    }

    private SandboxReply expire(Call call) {
        String installation = required(call);
        oauth.issuer().expire(installation);
        return SandboxReply.ok(SandboxJson.object().put("expired", installation));
    }

    /** Source: the vendor's events INSTALL and UNINSTALL. */
    private SandboxReply uninstall(Call call) {
        String installation = required(call);
        ObjectNode found = state.find(Kind.INSTALLATION, installation).orElseThrow();
        ObjectNode event = SandboxJson.object().put("type", "UNINSTALL");
        event.put("appId", oauth.settings().appId());
        event.put("companyId", SandboxJson.text(found, "companyId"));
        if (found.has("locationId")) {
            event.put("locationId", SandboxJson.text(found, "locationId"));
        }
        oauth.issuer().revoke(installation);
        return SandboxReply.ok(event);
    }

    private String required(Call call) {
        ObjectNode body = ControlBody.withOnly(call.body(), Set.of("installation"));
        String installation = ControlBody.required(body, "installation");
        if (state.find(Kind.INSTALLATION, installation).isEmpty()) {
            throw SandboxRefusal.notFound("No installation " + installation);
        }
        return installation;
    }
}
