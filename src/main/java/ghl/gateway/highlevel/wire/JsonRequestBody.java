package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request body. Only fields that are set are sent; the vendor refuses names that it does not know. */
public final class JsonRequestBody {

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

    /** Leaves the field out when {@code value} is null, sends JSON null when it is empty. */
    JsonRequestBody change(String name, Optional<?> value) {
        if (value != null) {
            fields.put(name, value.orElse(null));
        }
        return this;
    }

    @JsonValue
    Map<String, Object> fields() {
        return fields;
    }
}
