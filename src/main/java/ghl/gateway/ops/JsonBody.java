package ghl.gateway.ops;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import ghl.gateway.contact.InvalidInputException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads request bodies. An unknown field is an error: a typo must not retry a thousand submissions. */
final class JsonBody {

    /** Longer than any value. Reading some types takes time that grows with the square of the length. */
    private static final int MAX_TEXT_LENGTH = 1_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_TEXT_LENGTH)
                            .maxNameLength(MAX_TEXT_LENGTH)
                            .build())
                    .build())
            .addModule(new JavaTimeModule())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private JsonBody() {}

    /** @throws InvalidInputException when the body is not such an object */
    static <T> T read(String body, Class<T> type) {
        try {
            T read = MAPPER.readValue(body, type);
            if (read != null) {
                return read;
            }
        } catch (UnrecognizedPropertyException e) {
            throw new InvalidInputException("Unknown field " + e.getPropertyName() + ". Fields: "
                    + e.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        } catch (JsonMappingException e) {
            throw new InvalidInputException(wrongType(e));
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("The body is not JSON");
        }
        throw new InvalidInputException("The body must be a JSON object");
    }

    /** Does not quote the value, which may be personal, but the constants that it must be one of. */
    private static String wrongType(JsonMappingException e) {
        String field = e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        if (field.isEmpty()) {
            return "The body must be a JSON object";
        }
        return e instanceof InvalidFormatException invalid
                        && invalid.getTargetType().isEnum()
                ? field + " must be one of "
                        + Arrays.stream(invalid.getTargetType().getEnumConstants())
                                .map(constant -> MAPPER.convertValue(constant, String.class))
                                .collect(Collectors.joining(", "))
                : field + " has the wrong type or format";
    }
}
