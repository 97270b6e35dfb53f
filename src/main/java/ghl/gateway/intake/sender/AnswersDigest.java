package ghl.gateway.intake.sender;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ghl.gateway.submission.input.DeliveryDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Tells whether a sender repeats the answers of an event or sends others. The order of the answers and what the sender says
 * about the delivery do not matter.
 */
final class AnswersDigest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private final List<Map.Entry<String, JsonNode>> answers = new ArrayList<>();

    /** @param name the sender's own, whatever the form's definition asks for */
    void add(String name, JsonNode value) {
        answers.add(Map.entry(name, value));
    }

    boolean isEmpty() {
        return answers.isEmpty();
    }

    String hex() {
        String sorted = String.join(
                "\n",
                answers.stream()
                        .filter(answer -> !DeliveryDetails.isName(answer.getKey()))
                        .map(answer -> text(JSON.objectNode().set(answer.getKey(), lasting(answer.getValue()))))
                        .sorted()
                        .toList());
        return DigestUtils.sha256Hex(sorted);
    }

    private static String text(JsonNode value) {
        try {
            return SORTED.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode lasting(JsonNode value) {
        if (value.isArray()) {
            ArrayNode list = JSON.arrayNode();
            value.forEach(item -> list.add(lasting(item)));
            return list;
        }
        if (value.isObject()) {
            ObjectNode object = JSON.objectNode();
            value.properties().stream()
                    .filter(member -> !DeliveryDetails.isName(member.getKey()))
                    .forEach(member -> object.set(member.getKey(), lasting(member.getValue())));
            return object;
        }
        return value.isTextual() ? TextNode.valueOf(DeliveryDetails.unsigned(value.asText())) : value;
    }
}
