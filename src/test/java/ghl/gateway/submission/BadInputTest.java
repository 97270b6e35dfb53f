package ghl.gateway.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Patience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid input gets a clear error and changes nothing. */
@QuarkusTest
class BadInputTest {

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    static Stream<Arguments> badForms() {
        Map<String, Object> ada = Map.of("email", "ada@example.com");
        return Stream.of(
                Arguments.of("no e-mail and no phone", Map.of("contact", Map.of("firstName", "Ada")), "input.contact"),
                Arguments.of("bad e-mail", Map.of("contact", Map.of("email", "nobody")), "input.contact.email"),
                Arguments.of("bad phone", Map.of("contact", Map.of("phone", "12")), "input.contact.phone"),
                Arguments.of(
                        "unknown custom field",
                        Map.of(
                                "contact",
                                Map.of("email", "a@b.co", "customFields", Map.of("key", "rooof", "value", "x"))),
                        "input.contact.customFields.0.key"),
                Arguments.of(
                        "bad due date",
                        Map.of("contact", ada, "tasks", List.of(Map.of("title", "x", "dueDate", "31.01.2027"))),
                        "input.tasks.0.dueDate"),
                Arguments.of(
                        "bad period of time",
                        Map.of("contact", ada, "tasks", List.of(Map.of("title", "x", "dueIn", "soon"))),
                        "input.tasks.0.dueIn"),
                Arguments.of(
                        "a tag of 10,000 characters",
                        Map.of("contact", ada, "tags", List.of("ok", "x".repeat(10_000))),
                        "input.tags.1"),
                Arguments.of(
                        "3,000 custom fields without a name",
                        Map.of(
                                "contact",
                                Map.of("email", "a@b.co", "customFields", Collections.nCopies(3_000, Map.of()))),
                        "input.contact.customFields"),
                Arguments.of("nothing at all", Map.of(), "input"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badForms")
    void invalid_form_is_rejected_with_its_path(String name, Map<String, Object> form, String path) {
        JsonPath payload = Ask.submit(crm, form);

        assertThat(payload.getString("submission")).isNull();
        assertThat(payload.<List<String>>getList("userErrors.path"))
                .extracting(parts -> String.join(".", parts))
                .containsExactly(path);
        assertThat(crm.writes()).isZero();
    }

    @Test
    void answer_lists_at_most_100_errors() {
        Map<String, Object> task = Map.of("title", " ", "dueDate", "soon", "dueIn", "P1D");

        JsonPath payload = Ask.submit(
                crm,
                Map.of(
                        "match",
                        Map.of("id", "sbxNobodyHere0000001"),
                        "tasks",
                        Collections.nCopies(50, task),
                        "notes",
                        Collections.nCopies(50, Map.of("body", " "))));

        assertThat(payload.getList("userErrors")).hasSize(100);
        assertThat(payload.getString("userErrors[98].message")).isEqualTo("is empty: leave it out instead");
        assertThat(payload.getString("userErrors[99].message"))
                .isEqualTo("has more than 100 errors: correct these first, the others are left out");
        assertThat(payload.getList("userErrors[99].path")).containsExactly("input");
    }

    @Test
    void unknown_contact_parks_the_submission() {
        JsonPath payload = Ask.submit(
                crm, Map.of("match", Map.of("id", "sbxNobodyHere0000001"), "tasks", List.of(Map.of("title", "x"))));

        assertThat(payload.getString("submission.status")).isEqualTo("PARKED");
        assertThat(payload.getString("submission.steps[0].error.code")).isEqualTo("CONTACT_NOT_FOUND");
        assertThat(payload.getString("submission.steps[1].status")).isEqualTo("SKIPPED");
        assertThat(crm.writes()).isZero();
    }

    @Test
    void crm_down_is_an_upstream_error_and_writes_nothing() {
        crm.fault(Map.of("operation", "get-location", "status", 503, "times", 10));

        JsonPath answer = Ask.submitAnswer(
                crm, Map.of("contact", Map.of("email", "ada@example.com"), "tasks", List.of(Map.of("title", "x"))));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("UPSTREAM_UNAVAILABLE");
        assertThat(answer.getBoolean("errors[0].extensions.retryable")).isTrue();
        assertThat(crm.writes()).isZero();
    }

    @Test
    void body_of_5_mb_is_rejected_before_it_is_sent() throws IOException {
        String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 5000000\r\n\r\n";

        String answer = talk(head);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("BAD_REQUEST", "body");
    }

    @Test
    void chunked_body_of_5_mb_is_rejected() throws IOException {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

        String answer = talk("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17));

        assertThat(answer).startsWith("HTTP/1.1 413").contains("BAD_REQUEST", "must have at most");
    }

    /** Sends a possibly incomplete request and reads the first part of the response. */
    private static String talk(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(Patience.MILLISECONDS);
            socket.getOutputStream().write(request.getBytes());
            byte[] answer = new byte[4096];
            return new String(answer, 0, socket.getInputStream().read(answer));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\": 1}",
                "{\"query\": \"{__typename}\"} and more",
                "{\"query\": [\"{x}\"]}",
                "[]",
                "\"x\"",
                "{",
                "",
                "{\"query\": \"{__typename}\", \"variables\": []}",
                "{\"query\": \"{__typename}\", \"operationName\": {}}"
            })
    void malformed_request_json_is_a_400(String body) {
        given().contentType(ContentType.JSON).body(body).post("/graphql").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"contact\": \"x\"}",
                "{\"contact\": {\"email\": {}}}",
                "{\"tasks\": [{\"title\": 5}]}",
                "{\"tasks\": [{}]}",
                "{\"nonsense\": 1}",
                "{\"dryRun\": \"yes\"}",
                "{\"contactPolicy\": \"MAYBE\"}"
            })
    void value_of_the_wrong_type_is_rejected_before_execution(String input) {
        String body =
                "{\"query\":\"mutation($i: SubmitFormInput!){submitForm(input:$i){submission{id}}}\",\"variables\":{\"i\":"
                        + input + "}}";

        JsonPath answer = given().contentType(ContentType.JSON)
                .body(body)
                .post("/graphql")
                .jsonPath();

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("BAD_REQUEST");
        assertThat(answer.getString("errors[0].message")).isNotBlank();
    }

    @Test
    void wait_that_is_not_a_duration_is_rejected_with_its_path() {
        JsonPath answer =
                Ask.submitAnswer(crm, Map.of("contact", Map.of("email", "ada@example.com"), "wait", "a while"));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("INVALID_INPUT");
        assertThat(answer.getString("errors[0].message")).contains("input.wait");
        assertThat(crm.writes()).isZero();
    }
}
