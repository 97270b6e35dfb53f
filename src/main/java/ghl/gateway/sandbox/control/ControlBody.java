package ghl.gateway.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import java.util.Set;
import java.util.function.Supplier;

/** Reads bodies of the control API strictly: a misspelt switch must not pass for one that was set. */
final class ControlBody {

    private ControlBody() {}

    static ObjectNode known(ObjectNode body, Set<String> keys) {
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

    /** Makes something of a body; what it may not be made of is a 400 with the reason. */
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
