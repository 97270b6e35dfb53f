package ghl.gateway.credential.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An answer of the token endpoint without a token.
 *
 * @param code the endpoint's error code, or its HTTP status in words; contains no secrets
 */
record TokenErrorAnswer(Kind kind, String code) {

    /** What the endpoint rejects. */
    enum Kind {
        /** The code or the refresh token, which will never work again. */
        INVALID_GRANT,
        /** The request, for example its client secret. The code or refresh token may still be valid. */
        INVALID_REQUEST,
        /** Nothing: the endpoint, or something in between, failed. */
        UNAVAILABLE
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z_ ]{1,40}");
    private static final String INVALID_GRANT = "invalid_grant";

    /** The error codes of RFC 6749, section 5.2, that concern the request. */
    private static final Set<String> REQUEST_ERRORS = Set.of(
            "invalid_request", "invalid_client", "invalid_scope", "unauthorized_client", "unsupported_grant_type");

    /** The vendor's message for a dead grant in its general error body, which has no OAuth error code. */
    private static final String INACTIVE_LOCATION = "Location is not active";

    static TokenErrorAnswer parse(String body) {
        JsonNode json = json(body);
        int status = json.path("statusCode").asInt();
        String error = json.path("error").asText();
        return new TokenErrorAnswer(kind(status, error, json.path("message").asText()), code(status, error));
    }

    private static Kind kind(int status, String error, String message) {
        if (status >= 500 || status == 429 || status == 408) {
            return Kind.UNAVAILABLE;
        }
        if (error.equals(INVALID_GRANT) || (status == 400 && message.equals(INACTIVE_LOCATION))) {
            return Kind.INVALID_GRANT;
        }
        return status >= 400 || REQUEST_ERRORS.contains(error) ? Kind.INVALID_REQUEST : Kind.UNAVAILABLE;
    }

    private static String code(int status, String error) {
        if (PRINTABLE.matcher(error).matches()) {
            return error;
        }
        return status == 0 ? "an unknown error" : "HTTP " + status;
    }

    private static JsonNode json(String body) {
        try {
            return body == null ? MAPPER.createObjectNode() : MAPPER.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MAPPER.createObjectNode();
        }
    }
}
