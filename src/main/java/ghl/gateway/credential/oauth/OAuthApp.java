package ghl.gateway.credential.oauth;

import java.util.List;
import java.util.Optional;

/**
 * The gateway's app in the vendor's marketplace.
 *
 * @param redirectUri where the consent page returns the browser; empty to use the address of the browser's request
 * @param scopes requested, and required, from every location and agency
 */
public record OAuthApp(
        String clientId, String clientSecret, Optional<String> redirectUri, String consentUrl, List<String> scopes) {

    /** Scopes that only agencies grant, needed to mint tokens of their locations. */
    public static final List<String> AGENCY_SCOPES = List.of("oauth.readonly", "oauth.write");

    /** The app's ID, which the query for an agency's locations and webhooks contain. */
    public String id() {
        return clientId.split("-", 2)[0];
    }

    /** Keeps the secret out of logs and messages. */
    @Override
    public String toString() {
        return "App[" + id() + "]";
    }
}
