package ghl.gateway.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import ghl.gateway.contact.InvalidInputException;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads bodies strictly: a field that nobody knows is a slip, and a slip must not set a thousand submissions going. */
final class JsonBody {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private JsonBody() {}

    /** @throws InvalidInputException with a sentence, when it is no such object */
    static <T> T read(String body, Class<T> type) {
        try {
            T read = MAPPER.readValue(body, type);
            if (read != null) {
                return read;
            }
        } catch (UnrecognizedPropertyException e) {
            throw new InvalidInputException("There is no field " + e.getPropertyName() + "; the fields are "
                    + e.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        } catch (JsonMappingException e) {
            throw new InvalidInputException(misfit(e));
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("The body is not JSON");
        }
        throw new InvalidInputException("The body must be a JSON object");
    }

    /** Without the value: it may be somebody's e-mail address. */
    private static String misfit(JsonMappingException e) {
        String field = e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return field.isEmpty() ? "The body must be a JSON object" : field + " is not of the kind that is wanted";
    }
}
