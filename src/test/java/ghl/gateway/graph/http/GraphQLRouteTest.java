package ghl.gateway.graph.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(GraphQLResponse.class.getName());
        logger.addHandler(handler);
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\nno number\r\n")
                            .getBytes());
            socket.getInputStream().readAllBytes();

            assertThat(lines).isEmpty();
        } finally {
            logger.removeHandler(handler);
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
