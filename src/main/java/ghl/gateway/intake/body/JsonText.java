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

/** Parses untrusted JSON. */
public final class JsonText {

    private static final int MAX_DEPTH = 32;
    /** Names, values and brackets: an empty object of two characters takes a hundred bytes of memory. */
    private static final int MAX_TOKENS = 20_000;

    /**
     * Preserves numbers as written, such as the price 1.10. Does not remember the names of fields: senders choose them, and
     * Jackson would keep thousands of any length.
     */
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /** @throws MalformedBodyException when the text is not a JSON object */
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
            throw MalformedBodyException.malformed("The body is not valid JSON, is nested deeper than " + MAX_DEPTH
                    + " levels, or has too many values");
        } catch (IOException e) {
            throw MalformedBodyException.malformed("The body is not JSON encoded in UTF-8");
        }
        throw MalformedBodyException.malformed("The body must be a JSON object");
    }
}
