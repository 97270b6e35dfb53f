package ghl.gateway.credential.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a token endpoint's answer that brought no token: a refusal is JSON and says so, all else is trouble. */
final class TokenRefusal {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("[A-Za-z_ ]{1,40}");

    private TokenRefusal() {}

    /** In a word; empty when it is no refusal. */
    static Optional<String> in(String body) {
        JsonNode json = parsed(body);
        int status = json.path("statusCode").asInt();
        boolean trouble = status >= 500 || status == 429 || status == 408;
        if (trouble || !(json.path("error").isTextual() || status >= 400)) {
            return Optional.empty();
        }
        String code = json.path("error").asText();
        return Optional.of(CODE.matcher(code).matches() ? code : "refused with " + status);
    }

    private static JsonNode parsed(String body) {
        try {
            return body == null ? MAPPER.createObjectNode() : MAPPER.readTree(body);
        } catch (JsonProcessingException page) {
            return MAPPER.createObjectNode();
        }
    }
}
