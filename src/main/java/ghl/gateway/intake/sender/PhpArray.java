package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An array in the format of PHP's {@code serialize}, such as {@code a:1:{i:0;s:5:"Front";}}. Lengths count bytes of UTF-8.
 * Objects, which PHP would call code for, are not read.
 */
final class PhpArray {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_VALUES = 10_000;

    private final byte[] bytes;
    private int at;
    private int values;

    private PhpArray(byte[] bytes) {
        this.bytes = bytes;
    }

    /** An object by the array's keys; empty when the text is anything else. */
    static Optional<JsonNode> read(String text) {
        PhpArray array = new PhpArray(text.getBytes(StandardCharsets.UTF_8));
        try {
            JsonNode read = array.value(0);
            return Optional.of(read).filter(node -> node.isObject() && array.at == array.bytes.length);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return Optional.empty();
        }
    }

    private JsonNode value(int depth) {
        if (++values > MAX_VALUES) {
            throw new IllegalArgumentException();
        }
        char type = (char) bytes[at++];
        return switch (type) {
            case 'a' -> array(depth);
            case 's' -> text();
            case 'i', 'd', 'b' -> TextNode.valueOf(until(';'));
            case 'N' -> nothing();
            default -> throw new IllegalArgumentException();
        };
    }

    private ObjectNode array(int depth) {
        if (depth == MAX_DEPTH) {
            throw new IllegalArgumentException();
        }
        int size = Integer.parseInt(until(':'));
        expect('{');
        ObjectNode array = JsonNodeFactory.instance.objectNode();
        for (int item = 0; item < size; item++) {
            String key = value(MAX_DEPTH).asText();
            array.set(key, value(depth + 1));
        }
        expect('}');
        return array;
    }

    private TextNode text() {
        int length = Integer.parseInt(until(':'));
        expect('"');
        TextNode text = TextNode.valueOf(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
        expect('"');
        expect(';');
        return text;
    }

    private NullNode nothing() {
        expect(';');
        return NullNode.getInstance();
    }

    /** What stands between a colon and the end. */
    private String until(char end) {
        expect(':');
        int start = at;
        while (bytes[at] != end) {
            at++;
        }
        return new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
    }

    private void expect(char character) {
        if (bytes[at++] != character) {
            throw new IllegalArgumentException();
        }
    }
}
