package ghl.gateway.credential.oauth;

import java.util.List;
import java.util.Optional;

/**
 * The vendor's app that this gateway is.
 *
 * @param redirectUri where consent pages send browsers back to; empty for the address under which the browser came
 * @param scopes what is asked for
 */
public record OAuthApp(
        String clientId, String clientSecret, Optional<String> redirectUri, String consentUrl, List<String> scopes) {

    /** What an agency grants in addition, so that tokens of its locations can be made. */
    public static final List<String> OF_AGENCIES = List.of("oauth.readonly", "oauth.write");

    /** The id that the vendor asks for in the query of an agency's locations. */
    public String id() {
        return clientId.split("-", 2)[0];
    }

    /** The secret stays out of logs and messages. */
    @Override
    public String toString() {
        return "App[" + id() + "]";
    }
}
