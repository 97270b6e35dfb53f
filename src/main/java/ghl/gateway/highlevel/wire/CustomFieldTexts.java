package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Values of custom fields: documented as text, in practice text, number, list or object. */
final class CustomFieldTexts {

    /** Written out; a number beyond that keeps its exponent, for it could have a billion of them. */
    private static final int MOST_ZEROS = 30;

    private CustomFieldTexts() {}

    /** A {@code String}, a {@code BigDecimal}, a {@code List<String>}, or null. */
    static Object value(JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isNumber()) {
            return withoutExponent(node.decimalValue());
        }
        return node.isContainerNode() ? texts(node).toList() : node.asText();
    }

    /** {@code 1e3} is 1000 for people. */
    private static BigDecimal withoutExponent(BigDecimal number) {
        return number.scale() < 0 && number.scale() >= -MOST_ZEROS ? number.setScale(0) : number;
    }

    /** A file is an object that has an address; files come as a list, or as an object of them by id. */
    private static Stream<String> texts(JsonNode node) {
        if (node.hasNonNull("url")) {
            return Stream.of(node.get("url").asText());
        }
        return node.isContainerNode()
                ? StreamSupport.stream(node.spliterator(), false).flatMap(CustomFieldTexts::texts)
                : Stream.of(node).filter(child -> !child.isNull()).map(JsonNode::asText);
    }
}
