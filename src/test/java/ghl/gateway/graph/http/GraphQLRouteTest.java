package ghl.gateway.graph.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import ghl.gateway.fixture.LoggedLines;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.Socket;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GraphQLRouteTest {

    @RegisterExtension
    final LoggedLines lines = new LoggedLines(GraphQLResponse.class);

    private static final byte[] TYPENAME = "{\"query\":\"{__typename}\"}".getBytes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "application/json, application/json" // as the bundled GraphiQL sends it
            })
    void json_content_type_is_accepted(String contentType) {
        given().header("Content-Type", contentType)
                .body(TYPENAME)
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain, application/json", ",", ";", "json"})
    void content_type_that_needs_no_preflight_is_rejected(String contentType) {
        given().header("Content-Type", contentType)
                .body(TYPENAME)
                .post("/graphql")
                .then()
                .statusCode(415);
    }

    @Test
    void malformed_chunk_is_not_logged_as_a_failure_of_the_gateway() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\nno number\r\n")
                            .getBytes());
            socket.getInputStream().readAllBytes();

            assertThat(lines.records()).isEmpty();
        }
    }

    @Test
    void html_form_post_is_rejected() {
        given().formParam("query", "{__typename}").post("/graphql").then().statusCode(415);
    }

    @Test
    void get_runs_query() {
        given().queryParam("query", "{__typename}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.__typename", equalTo("Query"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation { submitForm(input: {}) { userErrors { code } } }",
                "query A { __typename } mutation B { submitForm(input: {}) { userErrors { code } } }"
            })
    void get_with_mutation_is_rejected(String query) {
        given().queryParam("query", query)
                .queryParam("operationName", query.startsWith("query") ? "B" : null)
                .get("/graphql")
                .then()
                .statusCode(405)
                .header("Allow", "POST, GET")
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @Test
    void malformed_urlencoded_body_is_rejected() {
        given().header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .body("%zz=%")
                .post("/graphql")
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @CsvSource({
        "{ contct(id: 1) { id } }, contact",
        "{ quotas { remaining } }, quota",
        "'{ contact(id: 1) { frstname } }', firstName"
    })
    void unknown_field_gets_suggestion_when_schema_is_visible(String query, String field) {
        given().contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .body("errors[0].message", endsWith("Did you mean '" + field + "'?"))
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{ 8 }", "}", "query {"})
    void syntax_error_is_bad_request(String query) {
        given().contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @Test
    void unknown_field_without_similar_name_gets_no_suggestion() {
        given().contentType("application/json")
                .body(Map.of("query", "{ everything { id } }"))
                .post("/graphql")
                .then()
                .body("errors[0].message", endsWith("is undefined"));
    }

    @ParameterizedTest
    @MethodSource
    void error_does_not_repeat_a_long_input(String query, Map<String, Object> variables, String operationName) {
        Map<String, Object> body = new HashMap<>(Map.of("query", query, "variables", variables));
        body.put("operationName", operationName);

        Response response = given().contentType("application/json").body(body).post("/graphql");

        assertThat(response.jsonPath().getString("errors[0].extensions.code")).isEqualTo("BAD_REQUEST");
        assertThat(response.asString()).hasSizeLessThan(2_000);
    }

    static Stream<Arguments> error_does_not_repeat_a_long_input() {
        String text = "x".repeat(40_000);
        String list = "query($order: ContactOrder) { contacts(orderBy: $order) { totalCount } }";
        return Stream.of(
                Arguments.of("{ contact(id: \"" + text + ") { id } }", Map.of(), null),
                Arguments.of("{ contact(id: id \"" + text + "\") { id } }", Map.of(), null),
                Arguments.of("{ contacts(first: \"" + text + "\") { totalCount } }", Map.of(), null),
                Arguments.of("{ contacts(orderBy: {field: \"" + text + "\"}) { totalCount } }", Map.of(), null),
                Arguments.of("{ contacts(orderBy: {x: \"" + text + "\"}) { totalCount } }", Map.of(), null),
                Arguments.of(list, Map.of("order", Map.of("field", text)), null),
                Arguments.of(list, Map.of("order", Map.of(text, 1)), null),
                Arguments.of("query A { __typename } query B { __typename }", Map.of(), text));
    }

    /** Strings would be converted in time that grows with the square of their length. */
    @ParameterizedTest
    @CsvSource({"'\"5\"'", "4294967297", "1e999999999", "5.5"})
    void integer_must_be_an_integer(String value) {
        given().contentType("application/json")
                .body("{\"query\": \"query($n: Int) { contacts(first: $n) { totalCount } }\", \"variables\": {\"n\": "
                        + value + "}}")
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
        given().contentType("application/json")
                .body(Map.of("query", "{ contacts(first: " + value + ") { totalCount } }"))
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @Test
    void variables_with_many_values_are_rejected() {
        given().contentType("application/json")
                .body(Map.of("query", "{ __typename }", "variables", Map.of("a", Collections.nCopies(10_000, 1))))
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].message", startsWith("variables must have at most 10000 values"));
    }

    @Test
    void accept_without_json_is_not_acceptable() {
        given().header("Content-Type", "application/json")
                .accept("text/html")
                .body(TYPENAME)
                .post("/graphql")
                .then()
                .statusCode(406);
    }
}
