package ghl.gateway.graph.execution;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import ghl.gateway.contact.InvalidInputException;
import java.lang.reflect.Type;
import java.util.stream.Collectors;

/**
 * Converts values coerced by graphql-java to a resolver's parameter types. An {@code Optional} component distinguishes
 * an omitted field (null) from an explicit null (empty), which JSON-B cannot do for records.
 */
public final class ArgumentBinder {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module().configureReadAbsentAsNull(true))
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .build();

    private ArgumentBinder() {}

    /** @throws InvalidInputException naming the field, when the text of a scalar has the wrong format */
    public static Object bind(String name, Object value, Type type) {
        if (value == null || type instanceof Class<?> plain && plain.isInstance(value)) {
            return value;
        }
        try {
            return MAPPER.convertValue(value, MAPPER.constructType(type));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(path(name, e) + " must be in ISO 8601 format, for example"
                    + " 2027-01-31T09:00:00Z for a time, 2027-01-31 for a date, PT3S for a duration");
        }
    }

    private static String path(String name, IllegalArgumentException e) {
        if (!(e.getCause() instanceof JsonMappingException mapping)) {
            return name;
        }
        return name
                + mapping.getPath().stream()
                        .map(reference -> "."
                                + (reference.getFieldName() == null ? reference.getIndex() : reference.getFieldName()))
                        .collect(Collectors.joining());
    }
}
