package ghl.gateway.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.oauth.GrantCounters.Seen;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * {@code get-access-token}: exchanges a code or a refresh token for a pair of tokens. Accepts urlencoded bodies only.
 */
final class SandboxTokenEndpoint {

    private final SandboxState state;
    private final Issuer issuer;
    private final GrantCounters book;
    private final Supplier<OAuthSettings> settings;
    private final Clock clock;

    SandboxTokenEndpoint(
            SandboxState state, Issuer issuer, GrantCounters book, Supplier<OAuthSettings> settings, Clock clock) {
        this.state = state;
        this.issuer = issuer;
        this.book = book;
        this.settings = settings;
        this.clock = clock;
    }

    SandboxReply answer(Call call) {
        ObjectNode form = call.body();
        if (!call.isForm()) {
            throw SandboxRefusal.badRequest("The body must be application/x-www-form-urlencoded");
        }
        boolean known = settings.get().clientId().equals(SandboxJson.text(form, "client_id"))
                && settings.get().clientSecret().equals(SandboxJson.text(form, "client_secret"));
        if (!known) {
            throw SandboxRefusal.unauthorized("Invalid client: client is invalid");
        }
        String grant = form.path("grant_type").asText();
        return switch (grant) {
            case "authorization_code" -> SandboxReply.ok(forCode(form));
            case "refresh_token" -> SandboxReply.ok(forRefreshToken(form));
            default -> throw SandboxRefusal.grant("unsupported_grant_type", "Unsupported grant type: " + grant);
        };
    }

    private ObjectNode forCode(ObjectNode form) {
        ObjectNode code = state.find(Kind.AUTHORIZATION_CODE, form.path("code").asText())
                .filter(found -> found.path("expiresAt").asLong() > clock.millis())
                .filter(found -> found.path("redirectUri")
                        .asText()
                        .equals(form.path("redirect_uri").asText()))
                .orElseThrow(() -> refused("none", "authorization code is invalid"));
        state.remove(Kind.AUTHORIZATION_CODE, SandboxJson.text(code, "id"));
        Installation installation = Installation.from((ObjectNode) code.get("installation"));
        book.seen(installation.name(), Seen.CODES);
        return issuer.issue(installation, settings.get(), true);
    }

    private ObjectNode forRefreshToken(ObjectNode form) {
        ObjectNode token = state.find(
                        Kind.REFRESH_TOKEN, form.path("refresh_token").asText())
                .orElseThrow(() -> refused("none", "refresh token is invalid"));
        String name = SandboxJson.text(token, "installation");
        if (token.has("usedAt")) {
            return again(token, name);
        }
        Installation installation = state.find(Kind.INSTALLATION, name)
                .map(Installation::from)
                .orElseThrow(() -> refused(name, "refresh token is invalid"));
        book.seen(name, Seen.REFRESHES);
        if (clock.millis() < token.path("hastyBefore").asLong()) {
            book.seen(name, Seen.HASTY);
        }
        ObjectNode answer = issuer.issue(installation, settings.get(), true);
        ObjectNode used = token.deepCopy().put("usedAt", clock.millis());
        used.set("answer", answer);
        state.put(Kind.REFRESH_TOKEN, used);
        return answer;
    }

    private ObjectNode again(ObjectNode token, String installation) {
        if (clock.millis() - token.path("usedAt").asLong() > settings.get().graceMs()) {
            throw refused(installation, "refresh token is invalid");
        }
        book.seen(installation, Seen.REPEATS);
        return (ObjectNode) token.get("answer");
    }

    private SandboxRefusal refused(String installation, String what) {
        book.seen(installation, Seen.REFUSALS);
        return SandboxRefusal.grant("invalid_grant", "Invalid grant: " + what);
    }
}
