package ghl.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An open gateway accepts requests of this machine only, on every route. */
@QuarkusTest
class HostAndOriginFilterTest {

    private static final String QUERY = "/graphql?query=%7B__typename%7D";

    /** Routes of {@code routes.txt}, so that new routes are included. */
    static Stream<String> routes() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/access/routes.txt")).stream()
                .map(line -> line.substring(0, line.indexOf(':')));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void foreign_host_is_forbidden(String route) {
        given().urlEncodingEnabled(false)
                .header("Host", "evil.example")
                .request(method(route), path(route))
                .then()
                .statusCode(403)
                .body(path(route).matches("/graphql/?") ? "errors[0].extensions.code" : "code", equalTo("FORBIDDEN"));
    }

    /** A form's definition lists the pages that may send it. */
    static Stream<String> routesButForms() throws IOException {
        return routes().filter(route -> !path(route).startsWith("/forms/"));
    }

    @ParameterizedTest
    @MethodSource("routesButForms")
    void page_of_another_site_is_forbidden(String route) {
        for (String origin : List.of("https://evil.example", "null")) {
            given().urlEncodingEnabled(false)
                    .header("Origin", origin)
                    .request(method(route), path(route))
                    .then()
                    .statusCode(403)
                    .header("Access-Control-Allow-Origin", nullValue());
        }
    }

    private static String method(String route) {
        return route.split(" ")[0];
    }

    private static String path(String route) {
        return route.split(" ")[1];
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8300:80", "::1", "localhost:99999", ""})
    void malformed_host_is_rejected(String host) {
        given().header("Host", host)
                .get("/q/health")
                .then()
                .statusCode(anyOf(equalTo(400), equalTo(403)))
                .body("code", anyOf(equalTo("BAD_REQUEST"), equalTo("FORBIDDEN")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example"})
    void foreign_origin_is_forbidden(String origin) {
        given().header("Origin", origin).get("/q/health").then().statusCode(403);
    }

    @Test
    void page_of_this_machine_is_accepted() {
        given().header("Origin", "http://localhost:3000")
                .get("/q/health")
                .then()
                .statusCode(200);
    }

    /** JAX-RS would read it as /ops, the route rules would not. */
    @Test
    void path_with_parameters_is_not_found() {
        given().urlEncodingEnabled(false)
                .get("/ops;x/forms/lead-capture/links")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    /** Load generators and proxies that forward all headers send them. */
    @Test
    void foreign_token_is_ignored_by_an_open_gateway() {
        given().header("Authorization", "Bearer bench-token")
                .contentType("application/json")
                .body("{\"query\": \"{ quota { remaining } }\"}")
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue());
    }

    @ParameterizedTest
    @MethodSource("routesButForms")
    void address_embedded_in_a_page_of_another_site_is_forbidden(String route) {
        given().urlEncodingEnabled(false)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Dest", "image")
                .request(method(route), path(route))
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "same-origin", "same-site"})
    void query_of_a_page_of_this_machine_is_accepted(String site) {
        given().urlEncodingEnabled(false)
                .header("Sec-Fetch-Site", site)
                .get(QUERY)
                .then()
                .statusCode(200);
    }

    /** For the browser, a page at localhost is of another site than the gateway at 127.0.0.1. */
    @Test
    void query_with_the_origin_of_this_machine_is_accepted() {
        given().urlEncodingEnabled(false)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Origin", "http://localhost:3000")
                .get(QUERY)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/demo, 200",
        "/q/graphql-ui/, 200",
        "/oauth/install, 303",
        "/graphql?query=%7B__typename%7D, 403",
        "/ops/forms, 403"
    })
    void link_on_another_site_opens_pages_only(String path, int status) {
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Dest", "document")
                .get(path)
                .then()
                .statusCode(status);
    }

    @Test
    void http_2_without_tls_is_off() throws Exception {
        HttpClient http2 =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/q/health"))
                .build();

        var answer = http2.send(request, BodyHandlers.discarding());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
