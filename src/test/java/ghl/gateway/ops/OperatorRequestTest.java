package ghl.gateway.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import ghl.gateway.fixture.Operator;
import ghl.gateway.fixture.QuickDelivery;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators send is read strictly, and what is wrong with it told in a sentence. */
@QuarkusTest
@TestProfile(QuickDelivery.class)
class OperatorRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"retry", "discard"})
    void an_unknown_submission_is_told(String action) {
        assertThat(Operator.refusal("/submissions/nobody/" + action, Map.of(), 404))
                .isEqualTo("There is no such submission");
        assertThat(Operator.refusal("/submissions/nobody/steps/1/resolve", Map.of("done", true), 404))
                .isEqualTo("There is no such submission");
        given().get("/ops/submissions/nobody/audit").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"cause": "WEATHER"}                            | cause must be REFUSED
                    {"cause": "LANE"}                               | cause must be REFUSED
                    {}                                              | cause must be REFUSED
                    {"cause": "REFUSED", "most": 0}                 | most must be 1 to 1000
                    {"cause": "REFUSED", "most": "x"}               | most is not of the kind
                    {"cause": "REFUSED", "spacing": "soon"}         | spacing is not of the kind
                    {"cause": "REFUSED", "spacing": "PT2H"}         | spacing must be PT0S to PT1H
                    {"cause": "REFUSED", "since": "yesterday"}      | since is not of the kind
                    {"cause": "REFUSED", "spacin": "PT1S"}          | There is no field spacin
                    {"cause"                                        | The body is not JSON
                    []                                              | The body must be a JSON object
                    null                                            | The body must be a JSON object
                    """)
    void a_wrong_body_is_told(String body, String sentence) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/ops/submissions/retry")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("INVALID_INPUT"))
                .body("errors[0].message", containsString(sentence))
                .body(not(containsString("Exception")));
    }

    @Test
    void a_missing_body_is_told() {
        given().contentType(ContentType.JSON)
                .post("/ops/persons/erase")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("The body"));
    }

    @Test
    void a_decision_must_be_one() {
        assertThat(Operator.refusal("/submissions/nobody/steps/1/resolve", Map.of(), 400))
                .isEqualTo("done must be true or false");
        assertThat(Operator.refusal(
                        "/submissions/nobody/steps/1/resolve", Map.of("done", false, "resultId", "abc"), 400))
                .isEqualTo("resultId goes with done: true only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
    void what_a_page_could_send_unasked_is_not_taken(String contentType) {
        given().header("Content-Type", contentType)
                .body("{}")
                .post("/ops/submissions/nobody/discard")
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "json", "a/b/c"})
    void nor_is_what_nobody_can_read(String contentType) {
        given().header("Content-Type", contentType)
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/ops/submissions/nobody/discard")
                .then()
                .statusCode(415);
    }

    @Test
    void nor_is_a_request_that_does_not_say_what_it_is() {
        given().noContentType()
                .post("/ops/submissions/nobody/discard")
                .then()
                .statusCode(415)
                .body("errors[0].message", equalTo("Content-Type must be application/json"));
    }

    @Test
    void only_this_machine_is_answered() {
        given().header("Host", "evil.example")
                .get("/ops/submissions/nobody/audit")
                .then()
                .statusCode(403);
        given().header("Origin", "https://evil.example")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/ops/submissions/nobody/discard")
                .then()
                .statusCode(403);
    }

    @Test
    void there_is_nothing_beside_it() {
        given().get("/ops/nothing").then().statusCode(404).body(not(containsString("Exception")));
        given().get("/ops/submissions/nobody/discard").then().statusCode(405);
    }
}
