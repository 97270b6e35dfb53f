package ghl.gateway.intake.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as senders were seen to write and label them. */
class RequestBodyTest {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PLAIN = "text/plain;charset=UTF-8";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(
            strings = {
                JSON,
                FORM,
                PLAIN,
                "",
                ";",
                "application/octet-stream",
                "multipart/form-data",
                "application/xml",
                "application/json; charset=\"x"
            })
    void json_is_recognized_whatever_the_label(String contentType) {
        assertThat(tree(contentType, "{\"Full name\":\"Ilse\",\"note\":\"a=b&c\"}"))
                .isEqualTo("{\"Full name\":\"Ilse\",\"note\":\"a=b&c\"}");
        assertThat(tree(contentType, "\ufeff \r\n[{\"a\":1},{\"a\":2}]\n")).isEqualTo("[{\"a\":1},{\"a\":2}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, FORM, PLAIN, "", "application/octet-stream", "multipart/form-data"})
    void form_is_recognized_whatever_the_label(String contentType) {
        assertThat(tree(contentType, "email=a%40example.com&name=Ilse+Q"))
                .isEqualTo("{\"email\":\"a@example.com\",\"name\":\"Ilse Q\"}");
    }

    @Test
    void form_that_begins_like_json_is_a_form() {
        assertThat(tree(FORM, "{field}=x&[b]=2")).isEqualTo("{\"{field}\":\"x\",\"[b]\":\"2\"}");
    }

    @Test
    void json_as_a_name_is_json() {
        assertThat(tree(FORM, "%7B%22a%22%3A%22b+c%22%7D=")).isEqualTo("{\"a\":\"b c\"}");
    }

    /** What templates write that insert answers as they are. */
    @Test
    void careless_json_is_read() {
        assertThat(tree(
                        PLAIN,
                        "{\"email\": \"ilse@example.com\", \"message\": \"First line\r\nSecond line\tand a tab\"}"))
                .isEqualTo("{\"email\":\"ilse@example.com\",\"message\":\"First line\\r\\nSecond line\\tand a tab\"}");
        assertThat(tree(JSON, "{'a': 'it\\'s', 'b': [1.10, NaN,],}\n\0"))
                .isEqualTo("{\"a\":\"it's\",\"b\":[1.10,\"NaN\"]}");
    }

    @Test
    void values_of_a_repeated_name_are_kept() {
        assertThat(tree(JSON, "{\"a\":1,\"b\":2,\"a\":[3],\"a\":4}")).isEqualTo("{\"a\":[1,[3],4],\"b\":2}");
        assertThat(tree(FORM, "a=1&b=2&a=3")).isEqualTo("{\"a\":[\"1\",\"3\"],\"b\":\"2\"}");
    }

    @Test
    void wrapped_json_is_unwrapped() {
        assertThat(tree(JSON, "[{\"first_name\":\"Ilse\",\"value\":1}]"))
                .isEqualTo("{\"first_name\":\"Ilse\",\"value\":1}");
        assertThat(tree(JSON, "\"{\\\"email\\\":\\\"ilse@example.com\\\",\\\"name\\\":\\\"Ilse\\\"}\""))
                .isEqualTo("{\"email\":\"ilse@example.com\",\"name\":\"Ilse\"}");
    }

    @Test
    void list_of_questions_stays_a_list() {
        String elfsight = "[{\"id\":\"1\",\"name\":\"Email\",\"value\":\"a@example.com\",\"type\":\"EMAIL\"}]";

        assertThat(tree(JSON, elfsight)).isEqualTo(elfsight);
        assertThat(tree(JSON, "[{\"question\":\"Email\",\"answer\":\"a@example.com\",\"page\":1}]"))
                .startsWith("[");
    }

    @Test
    void submission_with_a_name_and_a_value_is_no_question() {
        String lead = "{\"name\":\"Ilse\",\"value\":\"5\",\"email\":\"a@example.com\"}";

        assertThat(tree(JSON, "[" + lead + "]")).isEqualTo(lead);
    }

    @Test
    void lines_of_titles_are_fields() {
        String body = "Full name: Ada Lovelace\nE-mail: ada@example.com\nMessage: Hello\nat 9:30\n";
        String fields =
                "{\"Full name\":\"Ada Lovelace\",\"E-mail\":\"ada@example.com\",\"Message\":\"Hello\\nat 9:30\"}";

        for (String type : new String[] {PLAIN, FORM, ""}) {
            assertThat(tree(type, body)).isEqualTo(fields);
        }
        assertThat(tree(FORM, "note: x=1&email=a%40b.example")).contains("\"email\":\"a@b.example\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n", "\ufeff", "{}", "null", "\"\""})
    void empty_body_is_an_empty_object(String body) {
        assertThat(tree(JSON, body)).isEqualTo("{}");
        assertThat(tree(FORM, body)).isEqualTo("{}");
        assertThat(tree("", body)).isEqualTo("{}");
    }

    @Test
    void many_deep_names_are_not_nested_without_end() {
        JsonNode tree =
                new RequestBody(("a" + "[]".repeat(30) + "=1&").repeat(16_000).getBytes(UTF_8), FORM, Map.of()).tree();

        assertThat(tree.path("a")).hasSize(50_000 / 31);
        assertThat(tree.path("a" + "[]".repeat(30))).hasSize(16_000 - 50_000 / 31);
    }

    @Test
    void php_names_are_nested() {
        assertThat(tree(
                        FORM,
                        "type=subscribe&data%5Bmerges%5D%5BEMAIL%5D=tomo%40example.com&data%5Bmerges%5D%5BFNAME%5D=Tomo"
                                + "&data%5Btopics%5D%5B%5D=Roof&data%5Btopics%5D%5B%5D=Gutter&topics%5B%5D=A&topics%5B%5D=B"
                                + "&odd%5Dname%5B=kept"))
                .isEqualTo(
                        "{\"type\":\"subscribe\",\"data\":{\"merges\":{\"EMAIL\":\"tomo@example.com\",\"FNAME\":\"Tomo\"},"
                                + "\"topics\":[\"Roof\",\"Gutter\"]},\"topics\":[\"A\",\"B\"],\"odd]name[\":\"kept\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a[0]=x&a[1]=y          | {'a':['x','y']}",
                "a[1]=x&a[3]=y          | {'a':{'1':'x','3':'y'}}",
                "a[0]=x&a[other]=y      | {'a':{'0':'x','other':'y'}}",
                "a[3]=x&a[]=y           | {'a':{'3':'x','4':'y'}}",
                "a[][b]=1&a[][b]=2      | {'a':[{'b':'1'},{'b':'2'}]}",
                "a[b]=1&a[b]=2          | {'a':{'b':['1','2']}}",
                "a=1&a[]=2              | {'a':['1','2']}",
                "a[]=1&a=2              | {'a':['1','2']}",
                "a=1&a[b]=2             | {'a':{'0':'1','b':'2'}}",
                "a[b]=1&a=2             | {'a':{'b':'1','0':'2'}}",
                "0=x&1=y                | {'0':'x','1':'y'}",
                "a[b]c=1&[d]=2&a]=3&b[=4| {'a[b]c':'1','[d]':'2','a]':'3','b[':'4'}",
                "a[[b]]=1               | {'a[[b]]':'1'}",
                "=x&b=                  | {'':'x','b':''}",
                "a&b=1&&c               | {'a':'','b':'1','c':''}"
            })
    void names_lose_nothing(String form, String tree) {
        assertThat(tree(FORM, form)).isEqualTo(tree.replace('\'', '"'));
    }

    @Test
    void deep_names_are_kept_as_they_are() {
        String deep = "a" + "[b]".repeat(100_000);

        assertThat(tree(FORM, deep + "=1")).isEqualTo("{\"" + deep + "\":\"1\"}");
    }

    @Test
    void escapes_that_are_none_are_text() {
        assertThat(tree(FORM, "a=100%&b=5%zz&c=%4&d=x;y&e=%25"))
                .isEqualTo("{\"a\":\"100%\",\"b\":\"5%zz\",\"c\":\"%4\",\"d\":\"x;y\",\"e\":\"%\"}");
    }

    @Test
    void charset_is_found_out() {
        assertThat(tree(FORM, "\ufeffemail=ilse%40example.com&name=Ilse"))
                .isEqualTo("{\"email\":\"ilse@example.com\",\"name\":\"Ilse\"}");
        assertThat(tree(FORM, "a=Zo%E9&b=Zo%C3%A9")).isEqualTo("{\"a\":\"Zoé\",\"b\":\"Zoé\"}");
        assertThat(tree(FORM, "a=%C3%A9&_charset_=ISO-8859-1")).isEqualTo("{\"a\":\"Ã©\"}");
        assertThat(tree(FORM + "; charset=windows-1252", "a=%C3%A9&b=%80&_charset_=UTF-8"))
                .isEqualTo("{\"a\":\"Ã©\",\"b\":\"€\"}");
        assertThat(tree(FORM, "a=Zoë".getBytes(WINDOWS_1252))).isEqualTo("{\"a\":\"Zoë\"}");
        assertThat(tree(FORM + ";charset=utf-16", "a=Zo%C3%AB".getBytes(UTF_16)))
                .isEqualTo("{\"a\":\"Zoë\"}");
        assertThat(tree(JSON, "{\"a\":\"Zoë\"}".getBytes(WINDOWS_1252))).isEqualTo("{\"a\":\"Zoë\"}");
        assertThat(tree(JSON + ";charset=iso-8859-1", "{\"a\":\"Ã©\"}".getBytes(ISO_8859_1)))
                .isEqualTo("{\"a\":\"Ã©\"}");
        assertThat(tree(JSON, "\ufeff{\"a\":\"Zoë\"}".getBytes(UTF_16LE))).isEqualTo("{\"a\":\"Zoë\"}");
        assertThat(tree(JSON + "; charset=nope", "{\"a\":\"Zoë\"}")).isEqualTo("{\"a\":\"Zoë\"}");
    }

    /** {@code <form enctype="text/plain">} encodes nothing. */
    @Test
    void plain_lines_are_a_form() {
        assertThat(tree(PLAIN, "First name=Ilse & Co\r\nphone=+49 30 1\r\nnote=50% off\r\nsecond line\r\nnote=2\r\n"))
                .isEqualTo("{\"First name\":\"Ilse & Co\",\"phone\":\"+49 30 1\","
                        + "\"note\":[\"50% off\\nsecond line\",\"2\"]}");
        assertThat(tree(PLAIN, "phone=+49\r\n")).isEqualTo("{\"phone\":\"+49\"}");
        assertThat(tree(PLAIN, "a=1&b=2\n")).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
        assertThat(tree(FORM, "a=1\nb=2+3\n")).isEqualTo("{\"a\":\"1\",\"b\":\"2+3\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "false",
                "12",
                "\"text\"",
                "{\"a\":",
                "{\"a\":1} {\"a\":2}",
                "{\"a=b\":\"c&d=",
                "{\"email\": \"a@example.com\", \"message\": \"a 5\" pipe, note: x=1&y=2\"}",
                "eyJhbGciOiJSUzI1NiJ9.eyJkYXRhIjoie30ifQ.c2lnbmF0dXJl",
                "<?xml version=\"1.0\"?><a b=\"c\"/>",
                "\0",
                "--X"
            })
    void what_is_neither_json_nor_form_is_malformed(String body) {
        for (String type : new String[] {JSON, FORM, PLAIN, "", "multipart/form-data; boundary=X"}) {
            assertThatThrownBy(() -> tree(type, body))
                    .as("%s as %s", body, type)
                    .isInstanceOf(MalformedBodyException.class)
                    .hasMessageStartingWith("The body ");
        }
    }

    @Test
    void unreadable_body_stays_unreadable() {
        RequestBody body = new RequestBody("nonsense".getBytes(UTF_8), null, Map.of());

        assertThatThrownBy(body::tree).hasMessageContaining("must be JSON or an HTML form");
        assertThatThrownBy(body::files).hasMessageContaining("must be JSON or an HTML form");
    }

    @Test
    void many_fields_are_read() {
        assertThat(new RequestBody("a=1&".repeat(19_999).getBytes(UTF_8), FORM, Map.of())
                        .tree()
                        .path("a"))
                .hasSize(19_999);
        assertThatThrownBy(() -> tree(FORM, "a=&".repeat(20_001))).hasMessageContaining("more than 20000 fields");
        assertThatThrownBy(() -> tree(PLAIN, "a=\n".repeat(20_001))).hasMessageContaining("more than 20000 fields");
    }

    private static String tree(String contentType, String body) {
        return tree(contentType, body.getBytes(UTF_8));
    }

    private static String tree(String contentType, byte[] body) {
        return new RequestBody(body, contentType, Map.of()).tree().toString();
    }
}
