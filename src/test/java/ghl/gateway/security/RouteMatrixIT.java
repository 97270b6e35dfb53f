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
import org.junit.jupiter.api.Test;

/** Every route, asked by every kind of caller. What resources answer is read from their classes; the rest stands here. */
class RouteMatrixIT {

    /** The publishable key, shown by the page that it was made for. */
    private static final String PAGE = "page";

    private static final List<String> CALLERS =
            List.of("nobody", "reader", "submitter", "operator", "remover", "publishable", PAGE, "everything");

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
    void who_gets_past_the_door_of_which_route() {
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
    void a_key_that_is_none_is_refused_and_not_taken_for_nobody() {
        assertThat(Request.get(gateway.process, "/ops/x").by("sk_wrong").send().statusCode())
                .isEqualTo(401);
        assertThat(Request.graphql(gateway.process, "{ __typename }")
                        .with("Authorization", "Basic YTpi")
                        .send()
                        .statusCode())
                .isEqualTo(401);
    }

    /** A route of the server that nobody asks here would be in no table. */
    @Test
    void every_route_of_the_server_is_asked() throws IOException {
        List<String> asked = Stream.concat(OTHER_ROUTES.stream(), Routes.ofResources().stream())
                .map(route -> route.substring(route.indexOf(' ') + 1))
                .toList();
        Files.readAllLines(Path.of("src/test/resources/access/router.txt")).stream()
                .map(route ->
                        route.replace("a pattern: ", "").replace("*", ".*").replaceAll(":\\w+", "[^/]+"))
                .forEach(pattern -> assertThat(asked).as(pattern).anyMatch(path -> path.matches(pattern)));
    }

    @Test
    void every_answer_has_its_headers() {
        Stream.concat(OTHER_ROUTES.stream(), Routes.ofResources().stream()).forEach(route -> {
            for (String caller : List.of("nobody", "everything")) {
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
        // The one cookie ties a consent to the browser that began it.
        assertThat(headers.firstValue("Set-Cookie").isPresent() && !what.contains(" /oauth/"))
                .as(what)
                .isFalse();
        assertThat(headers.firstValue("Content-Security-Policy")).as(what).hasValueSatisfying(policy -> {
            // Some pages need even less.
            assertThat(policy).containsPattern("default-src '(self|none)'").contains("frame-ancestors 'none'");
            // GraphiQL's page carries its script and styles in itself.
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
