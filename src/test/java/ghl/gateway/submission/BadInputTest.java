package ghl.gateway.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a clear answer and leaves nothing behind. */
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
                        "bad amount of time",
                        Map.of("contact", ada, "tasks", List.of(Map.of("title", "x", "dueIn", "soon"))),
                        "input.tasks.0.dueIn"),
                Arguments.of(
                        "a tag of 10,000 characters",
                        Map.of("contact", ada, "tags", List.of("ok", "x".repeat(10_000))),
                        "input.tags.1"),
                Arguments.of("nothing at all", Map.of(), "input"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badForms")
    void a_wrong_form_is_refused_with_its_place(String name, Map<String, Object> form, String path) {
        JsonPath payload = Ask.submit(crm, form);

        assertThat(payload.getString("submission")).isNull();
        assertThat(payload.<List<String>>getList("userErrors.path"))
                .extracting(parts -> String.join(".", parts))
                .containsExactly(path);
        assertThat(crm.writes()).isZero();
    }

    @Test
    void an_unknown_contact_is_told_by_the_receipt() {
        JsonPath payload = Ask.submit(
                crm, Map.of("match", Map.of("id", "sbxNobodyHere0000001"), "tasks", List.of(Map.of("title", "x"))));

        assertThat(payload.getString("submission.status")).isEqualTo("PARKED");
        assertThat(payload.getString("submission.steps[0].error.code")).isEqualTo("CONTACT_NOT_FOUND");
        assertThat(payload.getString("submission.steps[1].status")).isEqualTo("SKIPPED");
        assertThat(crm.writes()).isZero();
    }

    @Test
    void a_crm_that_is_down_is_an_error_and_nothing_is_written() {
        crm.fault(Map.of("operation", "get-location", "status", 503));

        JsonPath answer = Ask.submitAnswer(
                crm, Map.of("contact", Map.of("email", "ada@example.com"), "tasks", List.of(Map.of("title", "x"))));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("UPSTREAM_UNAVAILABLE");
        assertThat(answer.getBoolean("errors[0].extensions.retryable")).isTrue();
        assertThat(crm.writes()).isZero();
    }

    @Test
    void a_body_of_5_mb_is_refused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/graphql"))
                .header("Content-Type", "application/json")
                .expectContinue(true) // or the client is still sending when the connection closes
                .POST(BodyPublishers.ofString("{\"query\":\"" + "x".repeat(5_000_000) + "\"}"))
                .build();

        assertThat(HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\": 1}",
                "{\"query\": [\"{x}\"]}",
                "[]",
                "\"x\"",
                "{",
                "",
                "{\"query\": \"{__typename}\", \"variables\": []}",
                "{\"query\": \"{__typename}\", \"operationName\": {}}"
            })
    void wrong_json_is_a_400(String body) {
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
    void a_value_of_the_wrong_type_is_refused_before_anything_runs(String input) {
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
    void a_wait_that_is_no_duration_says_so() {
        JsonPath answer =
                Ask.submitAnswer(crm, Map.of("contact", Map.of("email", "ada@example.com"), "wait", "a while"));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("INVALID_INPUT");
        assertThat(answer.getString("errors[0].message")).contains("input.wait");
        assertThat(crm.writes()).isZero();
    }
}
