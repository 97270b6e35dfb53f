package ghl.gateway.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** An answer. A body that is plain text is sent as it is, the way a proxy in front of the vendor answers with a page. */
public record SandboxReply(int status, JsonNode body, Map<String, String> headers) {

    public static SandboxReply ok(ObjectNode body) {
        return of(200, body);
    }

    public static SandboxReply created(ObjectNode body) {
        return of(201, body);
    }

    /** Sends a browser elsewhere. */
    public static SandboxReply redirect(String location) {
        return new SandboxReply(302, JsonNodeFactory.instance.textNode(""), Map.of("Location", location));
    }

    /** A page. */
    public static SandboxReply page(String html) {
        return of(200, JsonNodeFactory.instance.textNode(html));
    }

    public static SandboxReply of(int status, JsonNode body) {
        return new SandboxReply(status, body, Map.of());
    }

    /** @param more a header whose value is null is left out of the answer */
    public SandboxReply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        all.values().removeIf(Objects::isNull);
        return new SandboxReply(status, body, all);
    }

    public SandboxReply withTrace(String traceId) {
        boolean traced = body instanceof ObjectNode && (status < 300 || status == 400);
        if (!traced) {
            return this;
        }
        ObjectNode copy = ((ObjectNode) body).objectNode();
        copy.setAll((ObjectNode) body);
        copy.put("traceId", traceId);
        return new SandboxReply(status, copy, headers);
    }
}
