package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * An answer as a page shows it. {@code …} in a text stands for anything; the text {@code "…"} alone for any value. At the
 * top, a page may leave out fields, such as the {@code extensions} of an answer.
 */
record DocumentationAnswer(DocumentationBlock block, JsonNode shown) {

    private static final String ANYTHING = "…";

    static DocumentationAnswer of(DocumentationBlock block) throws IOException {
        return new DocumentationAnswer(block, new ObjectMapper().readTree(block.text()));
    }

    void assertMatches(JsonNode answer) {
        shown.fields().forEachRemaining(field -> assertThat(matches(field.getValue(), answer.path(field.getKey())))
                .as("%s shows%n%s%nand the answer is%n%s", block, field.getValue(), answer.path(field.getKey()))
                .isTrue());
    }

    private static boolean matches(JsonNode shown, JsonNode answer) {
        if (shown.isTextual() && shown.asText().contains(ANYTHING)) {
            return matches(shown.asText(), answer);
        }
        if (!shown.isContainerNode() || shown.getNodeType() != answer.getNodeType() || shown.size() != answer.size()) {
            return shown.equals(answer);
        }
        return shown.isArray() ? elementsMatch(shown, answer) : fieldsMatch(shown, answer);
    }

    private static boolean matches(String shown, JsonNode answer) {
        String pattern = Pattern.quote(shown).replace(ANYTHING, "\\E.*\\Q");
        return shown.equals(ANYTHING) || answer.asText().matches("(?s)" + pattern);
    }

    private static boolean elementsMatch(JsonNode shown, JsonNode answer) {
        for (int at = 0; at < shown.size(); at++) {
            if (!matches(shown.get(at), answer.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fieldsMatch(JsonNode shown, JsonNode answer) {
        for (Iterator<String> names = shown.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!answer.has(name) || !matches(shown.get(name), answer.get(name))) {
                return false;
            }
        }
        return true;
    }
}
