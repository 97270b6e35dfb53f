package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every route, requested by every kind of caller. Routes of resources are read from their classes, others are listed here. */
@Tag("proof")
class RouteMatrixIT {

    /** The publishable key, sent from its page. */
    private static final String PAGE = "page";

    private static final List<String> CALLERS =
            List.of("anonymous", "reader", "submitter", "operator", "remover", "publishable", PAGE, "everything");

    private static final List<String> OTHER_ROUTES = List.of(
            "GET /",
            "GET /demo",
            "GET /demo/x",
            "GET /form.schema.json",
            "GET /forms/lead-capture",
            "GET /forms/lead-capture/thanks",
            "GET /graphql",
            "GET /graphql/schema.graphql",
            "GET /nothing-here",
            "GET /ops",
            "GET /ops/forms/lead-capture/links",
            "GET /q/graphql-ui/",
            "GET /q/health",
            "GET /q/health/live",
            "GET /q/health/ready",
            "GET /q/metrics",
            "GET /sandbox/%5Fcontrol/counters",
            "GET /sandbox//_control/counters",
            "GET /sandbox/_control/counters",
            "GET /sandbox/contacts/x",
            "GET /sandbox/x/../_control/counters",
            "OPTIONS /forms/lead-capture",
            "OPTIONS /graphql",
            "POST /forms/demo",
            "POST /forms/lead-capture",
            "POST /forms/lead-capture/not-its-secret",
            "POST /graphql",
            "POST /graphql/",
            "POST /sandbox/_control/locations",
            "POST /sandbox/oauth/token",
            "POST /webhooks/x",
            "PUT /graphql");

    private static GuardedGateway gateway;

    @BeforeAll
    static void startGateway() {
        gateway = new GuardedGateway(Map.of());
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    @Test
    void routes_admit_the_agreed_callers() {
        List<String> found = new ArrayList<>();
        for (String route : Stream.concat(OTHER_ROUTES.stream(), Routes.ofResources().stream())
                .sorted()
                .toList()) {
            String who =
                    gateway.whoOf(CALLERS, caller -> isLetIn(send(route, caller).statusCode()));
            found.add((route + ": " + who).strip());
        }

        System.out.println(found.size() + " routes × " + CALLERS.size() + " callers");
        new Table("routes.txt").assertIs(found);
    }

    @Test
    void invalid_credentials_are_refused_rather_than_ignored() {
        assertThat(Request.get(gateway.process, "/ops/x").by("sk_wrong").send().statusCode())
                .isEqualTo(401);
        assertThat(Request.graphql(gateway.process, "{ __typename }")
                        .with("Authorization", "Basic YTpi")
                        .send()
                        .statusCode())
                .isEqualTo(401);
    }

    /** Keeps the table complete. */
    @Test
    void every_route_of_the_server_is_covered() throws IOException {
        List<String> asked = Stream.concat(OTHER_ROUTES.stream(), Routes.ofResources().stream())
                .map(route -> route.substring(route.indexOf(' ') + 1))
                .toList();
        Files.readAllLines(Path.of("src/test/resources/access/router.txt")).stream()
                .map(route ->
                        route.replace("a pattern: ", "").replace("*", ".*").replaceAll(":\\w+", "[^/]+"))
                .forEach(pattern -> assertThat(asked).as(pattern).anyMatch(path -> path.matches(pattern + "/?")));
    }

    @Test
    void every_response_has_security_headers() {
        Stream.concat(OTHER_ROUTES.stream(), Routes.ofResources().stream()).forEach(route -> {
            for (String caller : List.of("anonymous", "everything")) {
                assertHeaders(route + " by " + caller, send(route, caller).headers());
            }
        });
        String large = "x".repeat(1_100_000);
        for (String path : List.of("/graphql", "/ops/persons/erase", "/forms/demo")) {
            HttpResponse<String> answer = Request.post(gateway.process, path, large)
                    .by(gateway.key("everything"))
                    .send();
            assertThat(answer.statusCode()).as(path).isEqualTo(413);
            assertHeaders("413 of " + path, answer.headers());
        }
    }

    private static void assertHeaders(String what, HttpHeaders headers) {
        assertThat(headers.firstValue("X-Content-Type-Options")).as(what).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).as(what).contains("DENY");
        assertThat(headers.firstValue("Cache-Control")).as(what).contains("no-store");
        // The only cookie ties an OAuth consent to the browser that started it.
        assertThat(headers.firstValue("Set-Cookie").isPresent() && !what.contains(" /oauth/"))
                .as(what)
                .isFalse();
        assertThat(headers.firstValue("Content-Security-Policy")).as(what).hasValueSatisfying(policy -> {
            // Some pages have a stricter policy.
            assertThat(policy).containsPattern("default-src '(self|none)'").contains("frame-ancestors 'none'");
            // GraphiQL's page has an inline script and styles.
            assertThat(policy.contains("unsafe")).isEqualTo(what.contains("/q/graphql-ui"));
        });
    }

    private static boolean isLetIn(int status) {
        return status != 401 && status != 403;
    }

    private static HttpResponse<String> send(String route, String caller) {
        String[] parts = route.split(" ");
        boolean hasBody = !parts[0].equals("GET") && !parts[0].equals("OPTIONS");
        Request request = new Request(gateway.process, parts[0], parts[1], hasBody ? "{}" : null, Map.of())
                .with("Content-Type", "application/json");
        return caller.equals(PAGE)
                ? request.with("Origin", GuardedGateway.ORIGIN)
                        .by(gateway.key("publishable"))
                        .send()
                : request.by(gateway.key(caller)).send();
    }
}
