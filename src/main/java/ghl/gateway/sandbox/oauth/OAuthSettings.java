package ghl.gateway.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import java.util.List;

/**
 * Settings of the OAuth server. A restart resets them.
 *
 * @param clientId client ID of the app; the part before the dash is the app's ID
 * @param graceMs how long a used refresh token returns the same new pair
 * @param withheldScopes scopes that are never granted
 * @param locationRefreshTokens whether tokens made from an agency's have refresh tokens
 */
public record OAuthSettings(
        String clientId,
        String clientSecret,
        long accessTokenSeconds,
        long graceMs,
        List<String> withheldScopes,
        boolean locationRefreshTokens) {

    static final OAuthSettings FRESH =
            new OAuthSettings("sbxapp0000000000001-gateway", "sandbox-secret", 86_399, 30_000, List.of(), false);

    public OAuthSettings {
        if (accessTokenSeconds < 1 || graceMs < 0) {
            throw new IllegalArgumentException("accessTokenSeconds must be at least 1, and graceMs not negative");
        }
        withheldScopes = List.copyOf(withheldScopes);
    }

    /** The app: the client id without the number of its secret. */
    public String appId() {
        return clientId.split("-", 2)[0];
    }

    /** @throws IllegalArgumentException for an invalid change */
    public OAuthSettings with(ObjectNode changes) {
        ObjectNode settings = toJson();
        settings.setAll(changes);
        return SandboxJson.toRecord(settings, OAuthSettings.class);
    }

    public ObjectNode toJson() {
        return SandboxJson.fromRecord(this);
    }
}
