package ghl.gateway.intake.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any body is read as a tree or refused, and what was encoded is read back. */
class RequestBodyProperties {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String WINDOWS_1252 = "windows-1252";

    @Property(tries = 3000)
    void any_body_is_a_tree_or_malformed(
            @ForAll("bodies") byte[] body, @ForAll("types") String type, @ForAll("encodings") String encoding) {
        RequestBody request = new RequestBody(body, type, Map.of("content-encoding", encoding));
        try {
            JsonNode tree = request.tree();

            assertThat(tree.isContainerNode()).isTrue();
            assertThat(request.files()).hasSizeLessThanOrEqualTo(body.length);
        } catch (MalformedBodyException malformed) {
            assertThat(malformed.status()).isBetween(400, 415);
        }
    }

    @Property(tries = 300)
    void fields_are_read_back(@ForAll("fields") Map<String, String> fields) {
        assertThat(read(urlencoded(fields, "UTF-8"), FORM)).isEqualTo(object(fields));
        assertThat(read(multipart(fields), "multipart/form-data; boundary=b0undary"))
                .isEqualTo(object(fields));
        assertThat(read(object(fields).toString(), FORM)).isEqualTo(object(fields));
    }

    @Property(tries = 300)
    void fields_in_a_named_charset_are_read_back(@ForAll("westernFields") Map<String, String> fields) {
        assertThat(read(urlencoded(fields, WINDOWS_1252), FORM + "; charset=" + WINDOWS_1252))
                .isEqualTo(object(fields));
        assertThat(read(urlencoded(fields, WINDOWS_1252) + "&_charset_=" + WINDOWS_1252, FORM))
                .isEqualTo(object(fields));
    }

    @Property(tries = 300)
    void json_in_a_text_is_found(@ForAll("fields") Map<String, String> fields) throws JsonProcessingException {
        assertThat(JsonText.inside(object(fields).toPrettyString())).contains(object(fields));
        assertThat(read(new ObjectMapper().writeValueAsString(object(fields).toString()), ""))
                .isEqualTo(object(fields));
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        Arbitrary<String> pieces = Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                "\"",
                "'",
                ":",
                ",",
                "a",
                "1e9999999",
                "-",
                "\\u00",
                "\\ud800",
                "null",
                "NaN",
                "&",
                "=",
                "%",
                "%E9",
                "+",
                ";",
                "\0",
                "\r\n",
                "\n",
                " ",
                "a[b]",
                "a[]",
                "[0]",
                "_charset_=utf-16",
                "\u00ff\u00fe",
                "\u00ef\u00bb\u00bf",
                "\u00e9",
                "--x",
                "--x\r\n",
                "--x--",
                "Content-Disposition: form-data; name=\"",
                "; filename*=UTF-8''%e9",
                "; filename=\"",
                "Content-Type: text/plain; charset=",
                "\u001f\u008b\b",
                "x\u009c");
        Arbitrary<String> anything =
                Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(5);
        return Arbitraries.oneOf(pieces, pieces, pieces, anything)
                .list()
                .ofMaxSize(40)
                .map(list -> String.join("", list).getBytes(ISO_8859_1));
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(
                "application/json",
                FORM,
                FORM + ";charset=utf-16",
                "text/plain",
                "text/plain; charset=IBM037",
                "",
                ";",
                "multipart/form-data; boundary=x",
                "multipart/form-data; boundary=\"",
                "multipart/mixed",
                "application/json; charset=ISO-2022-KR",
                "text/html; charset=\"\"");
    }

    @Provide
    Arbitrary<String> encodings() {
        return Arbitraries.of("", "", "", "gzip", "deflate");
    }

    @Provide
    Arbitrary<Map<String, String>> fields() {
        return maps(List.of(
                "a", "Z", "7", " ", "é", "ß", "😀", "\u00a0", "&", "=", "%", "+", ";", "\"", "'", "\\", "_", "-", "."));
    }

    @Provide
    Arbitrary<Map<String, String>> westernFields() {
        return maps(List.of("a", "7", " ", "é", "ß", "€", "Ã", "©", "ÿ", "þ", "&", "=", "%", "+"));
    }

    private static Arbitrary<Map<String, String>> maps(List<String> characters) {
        Arbitrary<String> names =
                Arbitraries.of(characters).list().ofMinSize(1).ofMaxSize(8).map(list -> "n" + String.join("", list));
        Arbitrary<String> values =
                Arbitraries.of(characters).list().ofMaxSize(20).map(list -> String.join("", list));
        return Arbitraries.maps(names, values).ofMinSize(1).ofMaxSize(6);
    }

    private static JsonNode read(String body, String type) {
        return new RequestBody(body.getBytes(UTF_8), type, Map.of()).tree();
    }

    private static ObjectNode object(Map<String, String> fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach(object::put);
        return object;
    }

    private static String urlencoded(Map<String, String> fields, String charset) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey(), charset) + "=" + encode(field.getValue(), charset))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text, String charset) {
        return URLEncoder.encode(text, Charset.forName(charset));
    }

    private static String multipart(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "--b0undary\r\nContent-Disposition: form-data; name=\""
                        + field.getKey().replace("\\", "\\\\").replace("\"", "\\\"") + "\"\r\n\r\n" + field.getValue()
                        + "\r\n")
                .collect(Collectors.joining("", "", "--b0undary--\r\n"));
    }
}
