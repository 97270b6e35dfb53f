package ghl.gateway.graph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/** How requests are read and results written, whatever carries them. */
public final class GraphQLJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private GraphQLJson() {}

    /**
     * @param json null or empty is JSON's null
     * @param name what it is, for the caller
     * @throws BadRequestException naming it, when it is not JSON
     */
    public static JsonNode read(String json, String name) {
        try {
            return MAPPER.readTree(json == null || json.isEmpty() ? "null" : json);
        } catch (JsonProcessingException e) {
            throw new BadRequestException(name + " is not JSON");
        }
    }

    /** @throws IllegalStateException when something in it has no JSON: a defect of the gateway */
    public static String write(Map<String, Object> value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
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
