package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.intake.body.JsonText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Structures that senders write into a text: JSON, a list serialized by PHP, and Formstack's {@code first = Ada}. */
final class StructuredText {

    private static final int MAX_LINES_LENGTH = 2_000;

    /** The parts of names and addresses. */
    private static final Pattern LINE = Pattern.compile(
            "(prefix|first|middle|initial|last|suffix|address|address2|city|state|zip|country) =\\s*(.*)");

    private StructuredText() {}

    /** Empty for an ordinary text. */
    static Optional<JsonNode> read(String text) {
        String plain = text.strip();
        if (plain.startsWith("{") || plain.startsWith("[")) {
            return JsonText.inside(plain);
        }
        return plain.startsWith("a:") ? PhpArray.read(plain) : lines(plain);
    }

    static boolean isXml(String text) {
        return text.stripLeading().startsWith("<?xml");
    }

    private static Optional<JsonNode> lines(String text) {
        if (text.length() > MAX_LINES_LENGTH || !LINE.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        for (String line : text.split("\\R")) {
            Matcher part = LINE.matcher(line.strip());
            if (!part.matches()) {
                return Optional.empty();
            }
            parts.put(part.group(1), part.group(2));
        }
        return Optional.of(parts);
    }
}
