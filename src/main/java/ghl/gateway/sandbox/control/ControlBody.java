package ghl.gateway.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads bodies of the control API. An unknown field is refused, so that a misspelt switch is noticed. */
final class ControlBody {

    private ControlBody() {}

    /** The component names of a record, for a body that sets its fields. */
    static Set<String> keysOf(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    static ObjectNode withOnly(ObjectNode body, Set<String> keys) {
        body.fieldNames().forEachRemaining(name -> {
            if (!keys.contains(name)) {
                throw SandboxRefusal.badRequest("Unknown key " + name);
            }
        });
        return body;
    }

    static String required(ObjectNode body, String key) {
        String text = SandboxJson.text(body, key);
        if (text == null || text.isBlank()) {
            throw SandboxRefusal.badRequest(key + " should not be empty");
        }
        return text;
    }

    /** Converts a body. An invalid body is answered with 400 and the reason. */
    static <T> T made(Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException refused) {
            throw SandboxRefusal.badRequest(reason(refused));
        }
    }

    private static String reason(Throwable refused) {
        Throwable root = refused;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("The body cannot be read");
    }
}
