package ghl.gateway.sandbox.oauth;

import ghl.gateway.sandbox.gate.Fault;
import ghl.gateway.sandbox.gate.Faults;
import ghl.gateway.sandbox.gate.Gate;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.RouteTable;
import ghl.gateway.sandbox.http.SandboxDelivery;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The routes below {@code /oauth}. Faults apply as elsewhere; these calls do not count against a location's rate limit.
 */
public final class OAuthApi {

    private static final String PREFIX = "/oauth/";

    private record Route(String operation, Function<Call, SandboxReply> handler) {}

    private final SandboxState state;
    private final Faults faults;
    private final GrantCounters book = new GrantCounters();
    private final Issuer issuer;
    private final RouteTable<Route> routes = new RouteTable<>();
    private volatile OAuthSettings settings = OAuthSettings.FRESH;

    public OAuthApi(SandboxState state, Gate gate, Clock clock) {
        this.state = state;
        this.faults = gate.faults();
        this.issuer = new Issuer(state, clock);
        ConsentPage consent = new ConsentPage(state, this::settings, clock);
        SandboxTokenEndpoint tokens = new SandboxTokenEndpoint(state, issuer, book, this::settings, clock);
        AgencyEndpoints agency = new AgencyEndpoints(state, gate.access(), issuer, book, this::settings);
        routes.add("GET", "/oauth/chooselocation", new Route("choose-location", consent::choose));
        routes.add("GET", "/oauth/consent", new Route("consent", consent::consent));
        routes.add("POST", "/oauth/token", new Route("get-access-token", tokens::answer));
        routes.add("POST", "/oauth/locationToken", new Route("get-location-access-token", agency::locationToken));
        routes.add("GET", "/oauth/installedLocations", new Route("get-installed-location", agency::installedLocations));
    }

    public Set<String> operationIds() {
        return Set.of("get-access-token", "get-location-access-token", "get-installed-location");
    }

    public OAuthSettings settings() {
        return settings;
    }

    public void change(OAuthSettings changed) {
        settings = changed;
    }

    public GrantCounters book() {
        return book;
    }

    public Issuer issuer() {
        return issuer;
    }

    public boolean owns(Call call) {
        return call.path().startsWith(PREFIX);
    }

    public SandboxDelivery answer(Call received) {
        RouteTable.Found<Route> found = routes.find(received);
        Fault fault = state.exclusively(
                () -> faults.take(null, found.target().operation()).orElse(Fault.NONE));
        return fault.deliver(() -> perform(found), UnaryOperator.identity());
    }

    private SandboxReply perform(RouteTable.Found<Route> found) {
        try {
            return state.exclusively(() -> found.target().handler().apply(found.call()));
        } catch (SandboxRefusal refusal) {
            return refusal.reply();
        }
    }
}
