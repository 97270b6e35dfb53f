package ghl.gateway.durability;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The sandbox in its own process, which is never killed. */
final class CrmProcess implements AutoCloseable {

    static final String TOKEN = "pit-sandbox";
    static final String CLIENT_SECRET = "canary-client-secret";

    private static final String HOME_LOCATION = "sbxMainLocation00001";
    private static final Duration CALL_LIMIT = Patience.LIMIT;
    private static final Map<String, Object> UNHURRIED = Map.of("searchLagMs", 0, "burst", 100_000);

    private final GatewayProcess process;
    private final JsonCaller rest;

    private CrmProcess(GatewayProcess process) {
        this.process = process;
        this.rest = new JsonCaller(process.url("/sandbox"), CALL_LIMIT);
    }

    static CrmProcess start() {
        CrmProcess crm = new CrmProcess(GatewayLaunch.fresh().start());
        crm.rest.patch("/_control/oauth", Map.of("clientSecret", CLIENT_SECRET));
        return crm;
    }

    /** A gateway with an empty journal on this CRM, at the test scale. */
    GatewayLaunch gateway() {
        return GatewayLaunch.fresh()
                .with(TestScale.VARIABLES)
                .with("HIGHLEVEL_URL", process.url("/sandbox"))
                .with("HIGHLEVEL_TOKEN", TOKEN)
                .with("HIGHLEVEL_LOCATION_ID", HOME_LOCATION)
                .with("GATEWAY_ACCESS", "open");
    }

    /** The vendor's endpoints and {@code _control}, without the gateway. */
    JsonCaller rest() {
        return rest;
    }

    /** A gateway with an app instead of a token. */
    GatewayLaunch gatewayWithApp() {
        return GatewayLaunch.fresh()
                .with(TestScale.VARIABLES)
                .with("HIGHLEVEL_URL", process.url("/sandbox"))
                .with("HIGHLEVEL_OAUTH_CLIENT_ID", "sbxapp0000000000001-gateway")
                .with("HIGHLEVEL_OAUTH_CLIENT_SECRET", CLIENT_SECRET)
                .with("HIGHLEVEL_OAUTH_REDIRECT_URI", "http://127.0.0.1/oauth/callback")
                .with("HIGHLEVEL_OAUTH_CONSENT_URL", process.url("/sandbox/oauth/chooselocation"))
                .with("HIGHLEVEL_CACHE_TTL", "0s")
                .with("HIGHLEVEL_BUDGET_BURST", "100000")
                .with("GATEWAY_ACCESS", "open");
    }

    /** A new location without list lag and without rate limits. */
    CrmLocation location(Map<String, Object> settings) {
        return location(rest, settings);
    }

    /** A new location in any sandbox. */
    static CrmLocation location(JsonCaller rest, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(UNHURRIED);
        all.putAll(settings);
        JsonNode made = rest.post("/_control/locations", all);
        return new CrmLocation(rest, made.at("/location/id").textValue());
    }

    @Override
    public void close() {
        process.close();
    }
}
