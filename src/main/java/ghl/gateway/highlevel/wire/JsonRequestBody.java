package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request body. Only fields that are set are sent; the vendor refuses names that it does not know. */
public final class JsonRequestBody {

    private static final ObjectMapper DRAFTS = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Map<String, Object> fields = new LinkedHashMap<>();

    JsonRequestBody() {}

    /** Sets a field, unless the value is null. */
    JsonRequestBody set(String name, Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** Sets a list, unless it is empty. */
    JsonRequestBody setUnlessEmpty(String name, List<?> values) {
        return values.isEmpty() ? this : set(name, values);
    }

    /**
     * Sets a field for each component of a draft, whose names are the vendor's. Null is left out, and an empty {@code
     * Optional} is JSON null.
     */
    JsonRequestBody setAll(Record draft) {
        fields.putAll(DRAFTS.convertValue(draft, FIELDS));
        return this;
    }

    JsonRequestBody without(String... names) {
        List.of(names).forEach(fields::remove);
        return this;
    }

    @JsonValue
    Map<String, Object> fields() {
        return fields;
    }
}
