package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Values of custom fields: documented as text, in practice also numbers, lists and objects. */
final class CustomFieldTexts {

    /** Zeros that are written out. A larger exponent is kept, because it could stand for a billion zeros. */
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

    /** {@code 1e3} becomes 1000. */
    private static BigDecimal withoutExponent(BigDecimal number) {
        return number.scale() < 0 && number.scale() >= -MOST_ZEROS ? number.setScale(0) : number;
    }

    /** A file is an object with a {@code url}; several files are a list, or an object of files by id. */
    private static Stream<String> texts(JsonNode node) {
        if (node.hasNonNull("url")) {
            return Stream.of(node.get("url").asText());
        }
        return node.isContainerNode()
                ? StreamSupport.stream(node.spliterator(), false).flatMap(CustomFieldTexts::texts)
                : Stream.of(node).filter(child -> !child.isNull()).map(JsonNode::asText);
    }
}
