package ghl.gateway.intake.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads JSON that somebody else wrote. */
public final class JsonText {

    private static final int DEEPEST = 32;

    /** Numbers stay as they are written: 1.10 is a price, and 0.1 is not 0.1000000000000000055. */
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /** @throws MalformedBodyException when it is no JSON object */
    public static JsonNode object(String json) {
        return object(json.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode object(byte[] json) {
        try {
            JsonNode read = MAPPER.readTree(json);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw MalformedBodyException.broken(
                    "The body is not JSON, or is nested deeper than " + DEEPEST + " levels");
        } catch (IOException e) {
            throw MalformedBodyException.broken("The body is not JSON in UTF-8");
        }
        throw MalformedBodyException.broken("The body must be a JSON object");
    }
}
