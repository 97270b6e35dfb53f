package ghl.gateway.intake.sender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;

class PhpJsonProperties {

    @Example
    void example_is_written_as_php_does() {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("a/b", "é \uD83D\uDE00 \u007F <&'\"\\>\b\f\n\r\t\u0001\u001F\u2028");
        value.putArray("list").add("").add("x");
        value.putObject("when").put("unix", 1795512600);

        assertThat(write(value))
                .isEqualTo(
                        "{\"a\\/b\":\"\\u00e9 \\ud83d\\ude00 \u007F <&'\\\"\\\\>\\b\\f\\n\\r\\t\\u0001\\u001f\\u2028\","
                                + "\"list\":[\"\",\"x\"],\"when\":{\"unix\":1795512600}}");
    }

    /** Against PHP's rules for one text. */
    @Property
    void any_text_is_escaped_as_php_does(@ForAll @CharRange(from = '\u0000', to = '\u00FF') String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        StringBuilder php = new StringBuilder();
        whole.chars().forEach(character -> php.append(escaped((char) character)));

        assertThat(write(JsonNodeFactory.instance.textNode(whole))).isEqualTo("\"" + php + "\"");
    }

    private static String escaped(char character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '/' -> "\\/";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> character < ' ' || character > 0x7F ? "\\u%04x".formatted((int) character) : "" + character;
        };
    }

    private static String write(JsonNode value) {
        return new String(PhpJson.write(value), StandardCharsets.UTF_8);
    }
}
