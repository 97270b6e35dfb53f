package ghl.gateway.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** An answer. A plain text body is sent as an HTML page, as a proxy in front of the vendor does. */
public record SandboxReply(int status, JsonNode body, Map<String, String> headers) {

    public static SandboxReply ok(ObjectNode body) {
        return of(200, body);
    }

    /** 200 with an object of one field. */
    public static SandboxReply ok(String field, JsonNode value) {
        return ok(SandboxJson.object().set(field, value));
    }

    public static SandboxReply created(ObjectNode body) {
        return of(201, body);
    }

    /** Redirects a browser. */
    public static SandboxReply redirect(String location) {
        return new SandboxReply(302, JsonNodeFactory.instance.textNode(""), Map.of("Location", location));
    }

    /** An HTML page. */
    public static SandboxReply page(String html) {
        return of(200, JsonNodeFactory.instance.textNode(html));
    }

    public static SandboxReply of(int status, JsonNode body) {
        return new SandboxReply(status, body, Map.of());
    }

    /** @param more headers to add; null removes one */
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
