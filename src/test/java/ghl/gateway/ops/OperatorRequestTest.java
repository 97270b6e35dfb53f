package ghl.gateway.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import ghl.gateway.fixture.Operator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of operators are validated strictly, with an error message for each mistake. */
@QuarkusTest
class OperatorRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"retry", "discard"})
    void unknown_submission_is_not_found(String action) {
        assertThat(Operator.refusal("/submissions/unknown/" + action, Map.of(), 404))
                .isEqualTo("Submission not found");
        assertThat(Operator.refusal("/submissions/unknown/steps/1/resolve", Map.of("done", true), 404))
                .isEqualTo("Submission not found");
        given().get("/ops/submissions/unknown/audit").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"cause": "WEATHER"}                            | cause must be REFUSED
                    {"cause": "LANE"}                               | cause must be REFUSED
                    {}                                              | cause must be REFUSED
                    {"cause": "REFUSED", "most": 0}                 | most must be between 1 and 1000
                    {"cause": "REFUSED", "most": "x"}               | most has the wrong type
                    {"cause": "REFUSED", "spacing": "soon"}         | spacing has the wrong type
                    {"cause": "REFUSED", "spacing": "PT2H"}         | spacing must be between PT0S and PT1H
                    {"cause": "REFUSED", "since": "yesterday"}      | since has the wrong type
                    {"cause": "REFUSED", "spacin": "PT1S"}          | Unknown field spacin
                    {"cause"                                        | The body is not JSON
                    []                                              | The body must be a JSON object
                    null                                            | The body must be a JSON object
                    """)
    void invalid_body_is_rejected_with_the_field(String body, String sentence) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/ops/submissions/retry")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"))
                .body("detail", containsString(sentence))
                .body(not(containsString("Exception")));
    }

    /** Read as a number of seconds, in time that grows with the square of its length. */
    @Test
    void long_digits_are_not_a_time() {
        assertThat(Operator.refusal(
                        "/submissions/retry", Map.of("cause", "REFUSED", "since", "0".repeat(1_001) + ".7"), 400))
                .isEqualTo("since has the wrong type or format");
    }

    @Test
    void missing_body_is_rejected() {
        given().contentType(ContentType.JSON)
                .post("/ops/persons/erase")
                .then()
                .statusCode(400)
                .body("detail", containsString("The body"));
    }

    @Test
    void incomplete_resolution_is_rejected() {
        assertThat(Operator.refusal("/submissions/unknown/steps/1/resolve", Map.of(), 400))
                .isEqualTo("done must be true or false");
        assertThat(Operator.refusal(
                        "/submissions/unknown/steps/1/resolve", Map.of("done", false, "resultId", "abc"), 400))
                .isEqualTo("resultId is allowed with done: true only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
    void content_type_that_needs_no_preflight_is_rejected(String contentType) {
        given().header("Content-Type", contentType)
                .body("{}")
                .post("/ops/submissions/unknown/discard")
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "json", "a/b/c"})
    void malformed_content_type_is_rejected(String contentType) {
        given().header("Content-Type", contentType)
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/ops/submissions/unknown/discard")
                .then()
                .statusCode(415);
    }

    @Test
    void missing_content_type_is_rejected() {
        given().noContentType()
                .post("/ops/submissions/unknown/discard")
                .then()
                .statusCode(415)
                .body("detail", equalTo("Content-Type must be application/json"));
    }

    @Test
    void request_from_elsewhere_to_an_open_gateway_is_forbidden() {
        given().header("Host", "evil.example")
                .get("/ops/submissions/unknown/audit")
                .then()
                .statusCode(403);
        given().header("Origin", "https://evil.example")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/ops/submissions/unknown/discard")
                .then()
                .statusCode(403);
    }

    @Test
    void unknown_route_and_wrong_method_are_rejected() {
        given().get("/ops/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("title", equalTo("Not Found"))
                .body("status", equalTo(404))
                .body("detail", equalTo("Nothing exists at this address"))
                .body("code", equalTo("NOT_FOUND"))
                .body("retryable", equalTo(false));
        given().get("/ops/submissions/unknown/discard").then().statusCode(405);
    }
}
