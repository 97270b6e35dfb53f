package ghl.gateway.graph.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GraphQLRouteTest {

    private static final byte[] TYPENAME = "{\"query\":\"{__typename}\"}".getBytes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "application/json, application/json" // as the bundled GraphiQL sends it
            })
    void json_is_taken(String contentType) {
        given().header("Content-Type", contentType)
                .body(TYPENAME)
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain, application/json", ",", ";", "json"})
    void what_a_foreign_form_could_send_is_not(String contentType) {
        given().header("Content-Type", contentType)
                .body(TYPENAME)
                .post("/graphql")
                .then()
                .statusCode(415);
    }

    @Test
    void a_submitted_html_form_is_not() {
        given().formParam("query", "{__typename}").post("/graphql").then().statusCode(415);
    }

    @Test
    void get_runs_queries() {
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
    void get_runs_no_mutation(String query) {
        given().queryParam("query", query)
                .queryParam("operationName", query.startsWith("query") ? "B" : null)
                .get("/graphql")
                .then()
                .statusCode(405)
                .header("Allow", "POST, GET")
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @Test
    void a_malformed_form_is_the_callers_mistake() {
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
    void an_open_gateway_says_which_field_was_meant(String query, String field) {
        given().contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .body("errors[0].message", endsWith("Did you mean '" + field + "'?"))
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{ 8 }", "}", "query {"})
    void what_cannot_be_read_is_the_callers_mistake(String query) {
        given().contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @Test
    void and_nothing_where_none_comes_near() {
        given().contentType("application/json")
                .body(Map.of("query", "{ everything { id } }"))
                .post("/graphql")
                .then()
                .body("errors[0].message", endsWith("is undefined"));
    }

    @Test
    void who_takes_no_json_gets_a_406() {
        given().header("Content-Type", "application/json")
                .accept("text/html")
                .body(TYPENAME)
                .post("/graphql")
                .then()
                .statusCode(406);
    }
}
