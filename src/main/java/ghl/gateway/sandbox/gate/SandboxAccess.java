package ghl.gateway.sandbox.gate;

import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxLocation;
import ghl.gateway.sandbox.state.SandboxLocations;
import ghl.gateway.sandbox.state.SandboxState;
import ghl.gateway.sandbox.state.Token;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks version, token, scope and location. Source: the vendor's authentication guide; texts of the 401s and the 403
 * as integrators reported them.
 *
 * <p>Decided here: the version is checked before the token; a request without a token gets {@code Invalid JWT}.
 */
public final class SandboxAccess {

    private static final Set<String> VERSIONS = Set.of("v3", "2023-02-21", "2021-07-28", "2021-04-15", "legacy");
    private static final String BEARER = "Bearer ";

    private final SandboxState state;
    private final SandboxLocations locations;
    private final TrafficCounters traffic;
    private final Clock clock;

    public SandboxAccess(SandboxState state, TrafficCounters traffic, Clock clock) {
        this.state = state;
        this.traffic = traffic;
        this.clock = clock;
        this.locations = new SandboxLocations(state);
    }

    /** The request's location, if the token may perform the operation there. */
    SandboxLocation check(Call call, String scope) {
        checkVersion(call);
        Token token = token(call);
        if (token.belongsToAgency()) {
            throw SandboxRefusal.unauthorized("This authClass type is not allowed to access this scope.");
        }
        if (!token.allows(scope)) {
            throw SandboxRefusal.unauthorized("The token is not authorized for this scope.");
        }
        return location(call, token);
    }

    /** The agency's token, if it has the scope. */
    public Token checkAgency(Call call, String scope) {
        checkVersion(call);
        Token token = token(call);
        if (!token.belongsToAgency() || !token.allows(scope)) {
            throw SandboxRefusal.unauthorized("The token is not authorized for this scope.");
        }
        return token;
    }

    private static void checkVersion(Call call) {
        String version =
                call.header("Version").orElseThrow(() -> SandboxRefusal.unauthorized("version header was not found."));
        if (!VERSIONS.contains(version)) {
            throw SandboxRefusal.unauthorized("version header is invalid");
        }
    }

    private Token token(Call call) {
        String header = call.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw SandboxRefusal.unauthorized("Invalid JWT");
        }
        return state.find(Kind.TOKEN, header.substring(BEARER.length()).trim())
                .map(Token::from)
                .filter(token -> !token.isExpired(clock.millis()))
                .orElseThrow(() -> SandboxRefusal.unauthorized("Invalid token: access token is invalid"));
    }

    /** The token must reach every location that the request names. */
    private SandboxLocation location(Call call, Token token) {
        String path = call.segment("locationId");
        String query = call.query("locationId").orElse(null);
        String body = SandboxJson.text(call.body(), "locationId");
        String contact = homeOf(call.segment("contactId"));
        Optional<SandboxLocation> first = Stream.of(path, query, body, contact)
                .filter(id -> id != null && !id.isEmpty())
                .map(id -> reached(token, id))
                .reduce((named, further) -> named);
        return first.orElseGet(() -> reached(token, token.homeLocationId()));
    }

    private String homeOf(String contactId) {
        return contactId == null
                ? null
                : state.find(Kind.CONTACT, contactId)
                        .map(contact -> SandboxJson.text(contact, "locationId"))
                        .orElse(null);
    }

    private SandboxLocation reached(Token token, String locationId) {
        return locations.find(locationId).filter(token::reaches).orElseThrow(() -> foreign(locationId));
    }

    /** Counts the refusal, so that tests notice a gateway that mixes up its tokens. */
    private SandboxRefusal foreign(String locationId) {
        traffic.of(locationId).foreignToken();
        return SandboxRefusal.forbidden("The token does not have access to this location.");
    }
}
