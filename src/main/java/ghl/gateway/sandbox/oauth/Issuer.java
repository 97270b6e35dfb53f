package ghl.gateway.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.state.Ids;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxState;
import ghl.gateway.sandbox.state.Token;
import java.time.Clock;
import java.util.List;

/** Issues and revokes tokens. */
public final class Issuer {

    private final SandboxState state;
    private final Clock clock;

    Issuer(SandboxState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    /** A token answer in the vendor's shape: an access token and, optionally, a refresh token. */
    ObjectNode issue(Installation installation, OAuthSettings settings, boolean withRefreshToken) {
        state.put(Kind.INSTALLATION, installation.toJson());
        String access = "sbx-access-" + Ids.next() + Ids.next();
        List<String> reached = installation.belongsToAgency() ? List.of() : List.of(installation.locationId());
        String company = installation.belongsToAgency() ? installation.companyId() : null;
        long expiresAt = clock.millis() + settings.accessTokenSeconds() * 1_000;
        state.put(
                Kind.TOKEN,
                new Token(access, reached, installation.scopes(), installation.name(), company, expiresAt).toJson());
        ObjectNode answer = SandboxJson.object().put("access_token", access).put("token_type", "Bearer");
        answer.put("expires_in", settings.accessTokenSeconds());
        if (withRefreshToken) {
            String refresh = "sbx-refresh-" + Ids.next() + Ids.next();
            state.put(
                    Kind.REFRESH_TOKEN,
                    SandboxJson.object()
                            .put("id", refresh)
                            .put("installation", installation.name())
                            .put("hastyBefore", clock.millis() + settings.accessTokenSeconds() * 1_000 / 8));
            answer.put("refresh_token", refresh);
        }
        answer.put("scope", String.join(" ", installation.scopes()));
        answer.put("userType", installation.belongsToAgency() ? "Company" : "Location");
        if (!installation.belongsToAgency()) {
            answer.put("locationId", installation.locationId());
        }
        return answer.put("companyId", installation.companyId()).put("userId", "sbxUser0000000000001");
    }

    /** Expires the access tokens of an installation. */
    public void expire(String installation) {
        tokens(installation)
                .forEach(token -> state.put(
                        Kind.TOKEN, token.withExpiresAt(clock.millis()).toJson()));
    }

    /** Ends an installation and its tokens. */
    public void revoke(String installation) {
        tokens(installation).forEach(token -> state.remove(Kind.TOKEN, token.id()));
        state.of(Kind.REFRESH_TOKEN, installation)
                .forEach(token -> state.remove(Kind.REFRESH_TOKEN, SandboxJson.text(token, "id")));
        state.remove(Kind.INSTALLATION, installation);
    }

    private List<Token> tokens(String installation) {
        return state.all(Kind.TOKEN).stream()
                .map(Token::from)
                .filter(token -> installation.equals(token.installation()))
                .toList();
    }
}
