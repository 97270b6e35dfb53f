package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that an automation passes on as a whole, such as n8n's item: the answers are in its body. Its headers and
 * addresses are no answers, and may be credentials.
 *
 * @param answers the body without what describes the request; the whole body if it describes none
 * @param beside what describes the request; empty if nothing does
 */
record PassedRequest(JsonNode answers, JsonNode beside) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> PARAMETERS = List.of("query", "queryStringParameters");
    private static final String BODY = "body";
    private static final int MAX_DEPTH = 3;

    static PassedRequest of(JsonNode body) {
        return of(body, MAX_DEPTH);
    }

    private static PassedRequest of(JsonNode object, int depth) {
        Map.Entry<String, JsonNode> wrapper =
                depth == 0 ? null : Wrapper.find(object).orElse(null);
        if (Wrapper.isRequest(object) && (wrapper != null || !Wrapper.isBlank(object.path(BODY)))) {
            String name = wrapper == null ? BODY : wrapper.getKey();
            ObjectNode beside = ((ObjectNode) object.deepCopy()).without(List.of(name));
            return new PassedRequest(JSON.objectNode().set(name, object.get(name)), beside);
        }
        if (wrapper == null) {
            return new PassedRequest(object, MissingNode.getInstance());
        }
        String name = wrapper.getKey();
        JsonNode content = wrapper.getValue();
        PassedRequest inner = of(content.isArray() ? content.get(0) : content, depth - 1);
        if (inner.beside().isMissingNode()) {
            return new PassedRequest(object, inner.beside());
        }
        ObjectNode answers = ((ObjectNode) object.deepCopy());
        answers.set(name, content.isArray() ? JSON.arrayNode().add(inner.answers()) : inner.answers());
        return new PassedRequest(answers, JSON.objectNode().set(name, inner.beside()));
    }

    /** What the request's address says about the campaign. */
    Map<String, JsonNode> campaign() {
        Map<String, JsonNode> campaign = new LinkedHashMap<>();
        PARAMETERS.forEach(name -> beside.findPath(name).properties().stream()
                .filter(parameter -> parameter.getKey().startsWith("utm_")
                        && parameter.getValue().isTextual())
                .forEach(parameter -> campaign.put(parameter.getKey(), parameter.getValue())));
        return campaign;
    }
}
