package ghl.gateway.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.gate.Access;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.Json;
import ghl.gateway.sandbox.http.Refusal;
import ghl.gateway.sandbox.http.Reply;
import ghl.gateway.sandbox.oauth.GrantBook.Seen;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.Location;
import ghl.gateway.sandbox.state.SandboxState;
import ghl.gateway.sandbox.state.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code get-location-access-token} and {@code get-installed-location}: what an agency's token is for. */
final class AgencyEndpoints {

    private static final long MOST_AT_ONCE = 50;

    private final SandboxState state;
    private final Access access;
    private final Issuer issuer;
    private final GrantBook book;
    private final Supplier<OAuthSettings> settings;

    AgencyEndpoints(
            SandboxState state, Access access, Issuer issuer, GrantBook book, Supplier<OAuthSettings> settings) {
        this.state = state;
        this.access = access;
        this.issuer = issuer;
        this.book = book;
        this.settings = settings;
    }

    Reply locationToken(Call call) {
        Token agency = access.checkAgency(call, "oauth.write");
        List<String> violations = new ArrayList<>();
        String companyId = required(Json.text(call.body(), "companyId"), "companyId", violations);
        String locationId = required(Json.text(call.body(), "locationId"), "locationId", violations);
        if (!violations.isEmpty()) {
            throw Refusal.unprocessable(violations);
        }
        Location location = state.find(Kind.LOCATION, locationId)
                .map(Location::from)
                .filter(found -> found.companyId().equals(agency.companyId()) && companyId.equals(agency.companyId()))
                .orElseThrow(() -> Refusal.badRequest("Location not found"));
        Installation installation = state.find(Kind.INSTALLATION, "company/" + companyId)
                .map(Installation::from)
                .orElseThrow(() -> Refusal.badRequest("Location not found"))
                .in(location.id());
        book.seen(installation.name(), Seen.MINTS);
        OAuthSettings now = settings.get();
        return Reply.ok(issuer.issue(installation, now, now.locationRefreshTokens()));
    }

    Reply installedLocations(Call call) {
        Token agency = access.checkAgency(call, "oauth.readonly");
        List<String> violations = new ArrayList<>();
        String companyId = required(call.query("companyId").orElse(null), "companyId", violations);
        String appId = required(call.query("appId").orElse(null), "appId", violations);
        if (!violations.isEmpty()) {
            throw Refusal.unprocessable(violations);
        }
        boolean own = companyId.equals(agency.companyId())
                && appId.equals(settings.get().appId());
        List<Location> all = state.all(Kind.LOCATION).stream()
                .map(Location::from)
                .filter(location -> own && location.companyId().equals(companyId))
                .toList();
        ObjectNode answer = Json.object().put("count", all.size()).put("installToFutureLocations", true);
        answer.set(
                "locations",
                Json.nodes(all.stream()
                        .skip(number(call, "skip", 0))
                        .limit(Math.min(MOST_AT_ONCE, number(call, "limit", 20)))
                        .map(AgencyEndpoints::view)));
        return Reply.ok(answer);
    }

    private static ObjectNode view(Location location) {
        return Json.object()
                .put("_id", location.id())
                .put("name", location.name())
                .put("address", "")
                .put("isInstalled", true);
    }

    private static String required(String value, String name, List<String> violations) {
        if (value == null || value.isBlank()) {
            violations.add(name + " should not be empty");
        }
        return value;
    }

    private static long number(Call call, String name, long otherwise) {
        String text = call.query(name).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw Refusal.unprocessable(List.of(name + " must be a number string"));
        }
        return Long.parseLong(text);
    }
}
