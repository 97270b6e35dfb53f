package ghl.gateway.intake.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {

    private static final String PART = "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
    private static final String TYPE = "multipart/form-data; boundary=X";

    @Test
    void file_between_fields_is_its_name() {
        RequestBody body = body("multipart/form-data; boundary=\"caseB0und\"", """
                --caseB0und
                Content-Disposition: form-data; name="name"

                Renée
                --caseB0und
                Content-Disposition: form-data; name="topics[]"

                Roof
                --caseB0und
                Content-Disposition: form-data; name="topics[]"

                Gutter
                --caseB0und
                Content-Disposition: form-data; name="note"
                Content-Type: text/plain; charset=UTF-8

                café
                zwei
                --caseB0und
                Content-Disposition: form-data; name="photo"; filename="roof ?.jpg"; filename*=UTF-8''roof%20%C3%A9.jpg
                Content-Type: image/jpeg

                \0\1--x
                --caseB0und
                Content-Disposition: form-data; name="empty"; filename=""
                Content-Type: application/octet-stream


                --caseB0und
                Content-Disposition: form-data; name="email"

                renee@example.com
                --caseB0und--
                """.replace("\n", "\r\n"));

        assertThat(body.tree())
                .hasToString("{\"name\":\"Renée\",\"topics\":[\"Roof\",\"Gutter\"],\"note\":\"café\\r\\nzwei\","
                        + "\"photo\":\"roof é.jpg\",\"email\":\"renee@example.com\"}");
        assertThat(body.files()).containsExactly("roof é.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=another",
                "multipart/form-data; charset=nope; boundary=X",
                "application/x-www-form-urlencoded",
                "text/plain",
                ""
            })
    void boundary_of_the_header_may_be_missing_or_wrong(String contentType) {
        assertThat(tree(contentType, PART + "--X--\r\n")).isEqualTo("{\"a\":\"1\"}");
        assertThat(tree(contentType, "\r\n" + PART + "--X--")).isEqualTo("{\"a\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\r\n--", "\r\n--X", "\r\n--X-", "\r\n--X--", "\r\n--X--\r\nafter"})
    void end_may_be_missing(String end) {
        assertThat(tree(TYPE, PART + "--X\r\nContent-Disposition: form-data; name=b\r\n\r\n2" + end))
                .isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void line_ends_may_be_bare() {
        String body = PART + "--X\r\nContent-Disposition: form-data; name=b\r\n\r\n2\r\n3\r\n--X--\r\n";

        assertThat(tree(TYPE, body.replace("\r\n", "\n"))).isEqualTo("{\"a\":\"1\",\"b\":\"2\\n3\"}");
    }

    @Test
    void part_without_a_name_leaves_the_others() {
        String unnamed = "--X\r\nContent-Type: text/plain\r\n\r\nlost?\r\n--X\r\n\r\n\r\n--X\r\n";

        assertThat(tree(TYPE, PART + unnamed + PART + "--X--")).isEqualTo("{\"a\":[\"1\",\"1\"],\"\":\"lost?\"}");
    }

    @Test
    void names_are_read_as_browsers_and_other_clients_write_them() {
        String body =
                "--X\r\ncontent-disposition:form-data;filename=\"C:\\dir\\a.txt\"; name=\"the \\\"file\\\"\"\r\n\r\n"
                        + "x\r\n--X\r\nContent-Disposition: form-data;\r\n name=\"a %22b%22; c\"\r\n\r\n2\r\n--X--";

        assertThat(tree(TYPE, body))
                .isEqualTo("{\"the \\\"file\\\"\":\"C:\\\\dir\\\\a.txt\",\"a \\\"b\\\"; c\":\"2\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "base64, YWxsZcOk, alleä",
        "BASE64, YWxs\\r\\nZcOk, alleä",
        "base64, not encoded!, not encoded!",
        "binary, YWxsZcOk, YWxsZcOk"
    })
    void text_part_may_be_encoded(String encoding, String content, String expected) {
        String headers = "--X\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: " + encoding;

        assertThat(tree(TYPE, headers + "\r\n\r\n" + content.replace("\\r\\n", "\r\n") + "\r\n--X--\r\n"))
                .isEqualTo("{\"a\":\"" + expected + "\"}");
    }

    @Test
    void part_may_have_its_own_charset() {
        String body =
                "--X\r\nContent-Disposition: form-data; name=a\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n"
                        + "Ã©\r\n--X\r\nContent-Disposition: form-data; name=\"über\"\r\n\r\nZoë\r\n"
                        + "--X\r\nContent-Disposition: form-data; name=c\r\nContent-Type: text/plain; charset=nope\r\n\r\n1\r\n--X--";
        byte[] bytes = body.getBytes(Charset.forName("windows-1252"));

        assertThat(new RequestBody(bytes, TYPE, Map.of()).tree())
                .hasToString("{\"a\":\"Ã©\",\"über\":\"Zoë\",\"c\":\"1\"}");
    }

    @Test
    void charset_may_be_a_field() {
        String body = "--X\r\nContent-Disposition: form-data; name=_charset_\r\n\r\nwindows-1252\r\n"
                + "--X\r\nContent-Disposition: form-data; name=a\r\n\r\nÃ©\r\n--X--";

        assertThat(new RequestBody(body.getBytes(Charset.forName("windows-1252")), TYPE, Map.of()).tree())
                .hasToString("{\"a\":\"Ã©\"}");
    }

    /** Scripts cannot give a part a content type without making it a file. */
    @Test
    void json_that_a_script_sends_as_a_blob_is_a_value() {
        String body = "--X\r\nContent-Disposition: form-data; name=\"data\"; filename=\"blob\"\r\n"
                + "Content-Type: application/json\r\n\r\n{\"email\":1}\r\n--X--";

        assertThat(tree(TYPE, body)).isEqualTo("{\"data\":\"{\\\"email\\\":1}\"}");
    }

    @Test
    void form_without_fields_is_empty() {
        assertThat(tree(TYPE, "--X--\r\n")).isEqualTo("{}");
    }

    @Test
    void many_parts_and_lines_like_delimiters_are_read() {
        String file = "--X\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.bin\"\r\n\r\n"
                + "--apple --X\r\n--Xylophone\r\n --X\r\n".repeat(2_000) + "\r\n";

        assertThat(body(TYPE, PART.repeat(5_000) + file + "--X--\r\n").tree().path("a"))
                .hasSize(5_000);
    }

    @Test
    void parts_are_counted() {
        String part = "--X\r\nContent-Disposition: form-data; name=a\r\n\r\n";

        assertThatThrownBy(() -> tree(TYPE, part.repeat(20_001) + "--X--\r\n"))
                .hasMessageContaining("more than 20000 fields");
        assertThatThrownBy(() -> tree(TYPE, "--X\r\n".repeat(200_000))).isInstanceOf(MalformedBodyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=\"b\"; ", ";", "\r\nA:b"})
    void long_headers_are_refused(String hostile) {
        assertThatThrownBy(() -> tree(
                        TYPE,
                        "--X\r\nContent-Disposition: form-data; name=\"a\"; " + hostile.repeat(100_000)
                                + "\r\n\r\n1\r\n--X--\r\n"))
                .hasMessageContaining("headers of a part");
    }

    private static String tree(String contentType, String body) {
        return body(contentType, body).tree().toString();
    }

    private static RequestBody body(String contentType, String body) {
        return new RequestBody(body.getBytes(StandardCharsets.UTF_8), contentType, Map.of());
    }
}
