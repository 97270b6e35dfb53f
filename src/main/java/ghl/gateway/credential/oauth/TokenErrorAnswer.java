package ghl.gateway.credential.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a token endpoint's answer that brought no token.
 *
 * @param word what the endpoint calls it; quotes no secret
 */
record TokenErrorAnswer(Kind kind, String word) {

    /** What is refused. */
    enum Kind {
        /** The code or the refresh token itself: it will never serve again. */
        GRANT,
        /** How it was asked, for example with a wrong client secret: the code or refresh token may be good. */
        REQUEST,
        /** Nothing: the endpoint, or something on the way to it, failed. */
        NOTHING
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_ ]{1,40}");
    private static final String DEAD_GRANT = "invalid_grant";

    /** RFC 6749, section 5.2, without what is of the grant. */
    private static final Set<String> OF_REQUESTS = Set.of(
            "invalid_request", "invalid_client", "invalid_scope", "unauthorized_client", "unsupported_grant_type");

    /** The vendor says so in an answer of its common shape. */
    private static final String INACTIVE = "Location is not active";

    /** @param body null is an empty one */
    static TokenErrorAnswer in(String body) {
        JsonNode json = parsed(body);
        int status = json.path("statusCode").asInt();
        String code = json.path("error").asText();
        return new TokenErrorAnswer(kind(status, code, json.path("message").asText()), word(status, code));
    }

    private static Kind kind(int status, String code, String message) {
        if (status >= 500 || status == 429 || status == 408) {
            return Kind.NOTHING;
        }
        if (code.equals(DEAD_GRANT) || (status == 400 && message.equals(INACTIVE))) {
            return Kind.GRANT;
        }
        return status >= 400 || OF_REQUESTS.contains(code) ? Kind.REQUEST : Kind.NOTHING;
    }

    private static String word(int status, String code) {
        if (PLAIN.matcher(code).matches()) {
            return code;
        }
        return status == 0 ? "an error" : "refused with " + status;
    }

    private static JsonNode parsed(String body) {
        try {
            return body == null ? MAPPER.createObjectNode() : MAPPER.readTree(body);
        } catch (JsonProcessingException page) {
            return MAPPER.createObjectNode();
        }
    }
}
