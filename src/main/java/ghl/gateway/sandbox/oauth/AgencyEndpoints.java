package ghl.gateway.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.gate.SandboxAccess;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.oauth.GrantCounters.Seen;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxLocation;
import ghl.gateway.sandbox.state.SandboxState;
import ghl.gateway.sandbox.state.Token;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** {@code get-location-access-token} and {@code get-installed-location}, for an agency's token. */
final class AgencyEndpoints {

    private static final long MOST_AT_ONCE = 50;

    private final SandboxState state;
    private final SandboxAccess access;
    private final Issuer issuer;
    private final GrantCounters book;
    private final Supplier<OAuthSettings> settings;

    AgencyEndpoints(
            SandboxState state,
            SandboxAccess access,
            Issuer issuer,
            GrantCounters book,
            Supplier<OAuthSettings> settings) {
        this.state = state;
        this.access = access;
        this.issuer = issuer;
        this.book = book;
        this.settings = settings;
    }

    SandboxReply locationToken(Call call) {
        Token agency = access.checkAgency(call, "oauth.write");
        requireAll(List.of("companyId", "locationId"), name -> SandboxJson.text(call.body(), name));
        String companyId = SandboxJson.text(call.body(), "companyId");
        String locationId = SandboxJson.text(call.body(), "locationId");
        SandboxLocation location = state.find(Kind.LOCATION, locationId)
                .map(SandboxLocation::from)
                .filter(found -> found.companyId().equals(agency.companyId()) && companyId.equals(agency.companyId()))
                .orElseThrow(() -> SandboxRefusal.badRequest("Location not found"));
        Installation installation = state.find(Kind.INSTALLATION, "company/" + companyId)
                .map(Installation::from)
                .orElseThrow(() -> SandboxRefusal.badRequest("Location not found"))
                .in(location.id());
        book.seen(installation.name(), Seen.MINTS);
        OAuthSettings now = settings.get();
        return SandboxReply.ok(issuer.issue(installation, now, now.locationRefreshTokens()));
    }

    SandboxReply installedLocations(Call call) {
        Token agency = access.checkAgency(call, "oauth.readonly");
        requireAll(List.of("companyId", "appId"), name -> call.query(name).orElse(null));
        String companyId = call.query("companyId").orElseThrow();
        String appId = call.query("appId").orElseThrow();
        boolean own = companyId.equals(agency.companyId())
                && appId.equals(settings.get().appId());
        List<SandboxLocation> all = state.all(Kind.LOCATION).stream()
                .map(SandboxLocation::from)
                .filter(location -> own && location.companyId().equals(companyId))
                .toList();
        ObjectNode answer = SandboxJson.object().put("count", all.size()).put("installToFutureLocations", true);
        answer.set(
                "locations",
                SandboxJson.nodes(all.stream()
                        .skip(number(call, "skip", 0))
                        .limit(Math.min(MOST_AT_ONCE, number(call, "limit", 20)))
                        .map(AgencyEndpoints::view)));
        return SandboxReply.ok(answer);
    }

    private static ObjectNode view(SandboxLocation location) {
        return SandboxJson.object()
                .put("_id", location.id())
                .put("name", location.name())
                .put("address", "")
                .put("isInstalled", true);
    }

    private static void requireAll(List<String> names, UnaryOperator<String> value) {
        List<String> violations = names.stream()
                .filter(name ->
                        Objects.requireNonNullElse(value.apply(name), "").isBlank())
                .map(name -> name + " should not be empty")
                .toList();
        if (!violations.isEmpty()) {
            throw SandboxRefusal.unprocessable(violations);
        }
    }

    private static long number(Call call, String name, long otherwise) {
        String text = call.query(name).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw SandboxRefusal.unprocessable(List.of(name + " must be a number string"));
        }
        return Long.parseLong(text);
    }
}
