package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request bodies and connections together, in a gateway with little room for them. */
class BoundedBodiesIT {

    private static final int LARGE = 200_000;
    private static final int CONNECTIONS = 20;

    private static GatewayProcess gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayLaunch.fresh()
                .with("GATEWAY_HTTP_BODIES", "300K")
                .with("GATEWAY_HTTP_SILENT_TIME", "1s")
                .with("QUARKUS_HTTP_LIMITS_MAX_CONNECTIONS", String.valueOf(CONNECTIONS))
                .start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql", "/forms/demo", "/webhooks/highlevel", "/sandbox/contacts/", "/ops/x"})
    void large_bodies_are_refused_while_others_are_held_back(String path) {
        try (HeldBack first = HeldBack.post(gateway, path, LARGE, LARGE - 1)) {
            Patience.await().until(() -> !answers("x".repeat(LARGE)));
            try (HeldBack second = HeldBack.post(gateway, path, LARGE, LARGE - 1)) {
                assertThat(second.head()).startsWith("HTTP/1.1 503").contains("Retry-After: 5");
            }
            assertThat(answers("")).as("small requests are still answered").isTrue();
        }
        Patience.await().until(() -> answers("x".repeat(LARGE)));
    }

    @Test
    void contents_of_uploaded_files_take_no_room() {
        String body = "--X\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n"
                + "x".repeat(20 * LARGE) + "\r\n--X--\r\n";
        String request =
                "POST /forms/demo HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=X\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n";

        try (HeldBack post = HeldBack.silent(gateway).send(request + body)) {
            assertThat(post.head()).startsWith("HTTP/1.1 422");
        }
    }

    /** With the header, and without it in the way of a proxy. Not a form, whose rate other tests use up. */
    @ParameterizedTest
    @CsvSource({"Content-Encoding: gzip, 123 125", "X-Other: 1, 31 139", "X-Other: 1, 120 156"})
    void compressed_body_counts_as_large_as_it_may_be(String header, String bytes) {
        String head =
                "POST /sandbox/contacts/ HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\nContent-Length: 2\r\n\r\n";
        byte[] body = new byte[2];
        for (int at = 0; at < body.length; at++) {
            body[at] = (byte) Integer.parseInt(bytes.split(" ")[at]);
        }

        try (HeldBack first = HeldBack.post(gateway, "/sandbox/contacts/", LARGE, LARGE - 1)) {
            Patience.await().until(() -> !answers("x".repeat(LARGE)));
            try (HeldBack second = HeldBack.silent(gateway).send(head).send(body)) {
                assertThat(second.head()).startsWith("HTTP/1.1 503");
            }
        }
        Patience.await().until(() -> answers("x".repeat(LARGE)));
        try (HeldBack alone = HeldBack.silent(gateway).send(head).send(body)) {
            assertThat(alone.head()).startsWith("HTTP/1.1 4");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/forms/nosuch, 404",
        "/forms/demo/nosuch, 404",
        "/forms/lead-capture, 401",
        "/webhooks/nosuch, 404",
        "/nosuch, 404"
    })
    void unknown_address_is_answered_before_the_body(String path, int status) {
        try (HeldBack post = HeldBack.post(gateway, path, LARGE, 0)) {
            assertThat(post.head()).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void client_that_leaves_before_its_body_is_read_gives_its_room_back() {
        for (int i = 0; i < 25; i++) {
            HeldBack.post(gateway, "/forms/demo", LARGE, 50_000).close();
        }

        Patience.await().until(() -> answers("x".repeat(LARGE)));
    }

    @Test
    void requests_are_answered_in_a_row_but_not_without_a_limit() {
        String request = "GET /form.schema.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String last = "GET /form.schema.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        try (HeldBack honest = HeldBack.silent(gateway).send(request.repeat(4) + last);
                HeldBack hostile = HeldBack.silent(gateway).send(request.repeat(5_000) + last)) {
            assertThat(answers(honest)).isEqualTo(5);
            assertThat(answers(hostile)).isLessThan(1_000);
        }
    }

    private static int answers(HeldBack connection) {
        return connection.all().split("HTTP/1.1 200", -1).length - 1;
    }

    @Test
    void webhook_has_half_a_megabyte() {
        try (HeldBack post = HeldBack.post(gateway, "/webhooks/highlevel", 512 * 1024 + 1, 0)) {
            assertThat(post.head()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void silent_connections_make_room() {
        List<HeldBack> silent = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS + 10; i++) {
            silent.add(HeldBack.silent(gateway));
        }

        Patience.await().ignoreExceptions().until(() -> answers(""));
        silent.forEach(connection -> assertThat(connection.head()).isEmpty());
        silent.forEach(HeldBack::close);
    }

    private static boolean answers(String comment) {
        return Request.graphql(gateway, "{ __typename } #" + comment).send().statusCode() == 200;
    }
}
