package ghl.gateway.graph.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/** JSON of requests and results, for both transports. */
public final class GraphQLJson {

    /** Names, values and brackets: an empty object of two characters takes a hundred bytes of memory. */
    private static final int MAX_TOKENS = 50_000;
    /** Reading a number takes time that grows with the square of its length. */
    private static final int MAX_NUMBER_LENGTH = 100;

    /** Does not remember the names of fields: callers choose them, and Jackson would keep thousands of any length. */
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MAX_TOKENS)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private GraphQLJson() {}

    /**
     * @param json null and the empty string are read as JSON null
     * @param name what is parsed, for the error message
     * @throws BadRequestException when it is not valid JSON
     */
    public static JsonNode read(String json, String name) {
        try {
            return MAPPER.readTree(json == null || json.isEmpty() ? "null" : json);
        } catch (StreamConstraintsException e) {
            throw new BadRequestException(name + " has a number of more than " + MAX_NUMBER_LENGTH
                    + " digits, is nested deeper than 1000 levels, or has too many values");
        } catch (JsonProcessingException e) {
            throw new BadRequestException(name + " is not valid JSON");
        }
    }

    /** @throws IllegalStateException when a value has no JSON form: a defect of the gateway */
    public static String write(Map<String, Object> value) {
        return new String(writeBytes(value), UTF_8);
    }

    static byte[] writeBytes(Map<String, Object> value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T convert(JsonNode node, TypeReference<T> type) {
        return MAPPER.convertValue(node, type);
    }
}
