package ghl.gateway.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON with its own mapper: the gateway's settings do not change the sandbox's answers. */
public final class SandboxJson {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private SandboxJson() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static ArrayNode strings(Collection<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    public static ArrayNode nodes(Stream<? extends JsonNode> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    public static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The words of a text block, for long lists of field names. */
    public static List<String> words(String text) {
        return List.of(text.trim().split("\\s+"));
    }

    /** A text field; null when it is missing or not text. */
    public static String text(JsonNode object, String field) {
        return object.path(field).textValue();
    }

    /** Sets a text field, unless the text is null. */
    public static void putText(ObjectNode object, String field, String text) {
        if (text != null) {
            object.put(field, text);
        }
    }

    /** @throws IllegalArgumentException for invalid JSON, with the position */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken.getOriginalMessage(), broken);
        }
    }

    public static ObjectNode fromRecord(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** @throws IllegalArgumentException when the JSON does not fit the record */
    public static <T> T toRecord(ObjectNode json, Class<T> type) {
        return MAPPER.convertValue(json, type);
    }

    public static String write(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
