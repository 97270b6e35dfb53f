package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway with little memory takes hundreds of connections that each hold back the last byte, and goes on. */
@Tag("proof")
class FloodIT {

    private static final int CONNECTIONS = 600;
    private static final int LARGEST_BODY = 1024 * 1024;
    private static final int LARGEST_FRAME = 65_535;

    private static GatewayProcess gateway;

    @BeforeAll
    static void start(@TempDir Path forms) throws IOException {
        Files.copy(Path.of("src/main/resources/forms/demo.yaml"), forms.resolve("demo.yaml"));
        Files.writeString(
                forms.resolve("lead.yaml"),
                "title: Lead\nanswers: {email: {type: email}}\ncontact: {email: \"{email}\"}\nsenders: [{type: link}]\n");
        gateway = GatewayLaunch.fresh().with("GATEWAY_FORMS", forms.toString()).start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql",
                "/forms/demo",
                "/forms/nosuch",
                "/forms/demo/nosuch",
                "/webhooks/highlevel",
                "/webhooks/nosuch",
                "/ops/submissions/x/retry",
                "/sandbox/contacts/"
            })
    void survives_bodies_that_are_held_back(String path) {
        int size = path.startsWith("/webhooks") ? LARGEST_BODY / 2 : LARGEST_BODY;

        flood(CONNECTIONS, () -> HeldBack.post(gateway, path, size, size - 1));
    }

    /** Complete forms of a valid link, whose sender does not wait for the answer. */
    @Test
    void survives_large_forms_that_are_abandoned() {
        String link = link();
        String names = IntStream.range(0, 24_000)
                .mapToObj(number -> "\"name %d\":1".formatted(number))
                .collect(Collectors.joining(",", "{", "}"));
        String longName = "{\"" + "a".repeat(LARGEST_BODY - 100) + "\":1}";

        for (String body : List.of(longName, names)) {
            flood(CONNECTIONS, () -> {
                HeldBack abandoned = HeldBack.silent(gateway)
                        .send("POST " + link + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + body.length() + "\r\n\r\n" + body);
                abandoned.close();
                return abandoned;
            });
        }
    }

    /** They leave while it is decided whether their body is read. */
    @Test
    void forms_that_are_abandoned_halfway_take_no_memory_for_good() {
        String link = link();
        int sent = 50_000;

        flood(2 * CONNECTIONS, () -> {
            HeldBack abandoned = HeldBack.post(gateway, link, sent + 1, sent);
            abandoned.close();
            return abandoned;
        });

        String large = "{\"email\":\"late@example.com\",\"message\":\"" + "x".repeat(LARGEST_BODY / 2) + "\"}";
        Patience.await().until(() -> Request.post(gateway, link, large).send().statusCode() == 200);
    }

    private static String link() {
        HttpResponse<String> created = Request.post(gateway, "/ops/forms/lead/links", "{\"sender\":\"link\"}")
                .send();
        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        return JsonPath.from(created.body()).getString("path");
    }

    @Test
    void survives_frames_that_are_held_back() {
        flood(CONNECTIONS, () -> HeldBack.silent(gateway)
                .send("GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n")
                .send(frameWithoutItsLastByte()));
    }

    @Test
    void survives_silent_connections() {
        flood(4 * CONNECTIONS, () -> HeldBack.silent(gateway));
    }

    @Test
    void survives_headers_that_are_held_back() {
        String header = "X-Large: " + "x".repeat(4000) + "\r\n";
        flood(CONNECTIONS, () -> HeldBack.silent(gateway)
                .send("GET / HTTP/1.1\r\nHost: localhost\r\n" + header.repeat(4)));
    }

    private static void flood(int size, Supplier<HeldBack> attacker) {
        List<HeldBack> attackers = new ArrayList<>();
        Stream.generate(attacker).limit(size).forEach(attackers::add);
        attackers.forEach(HeldBack::close);

        Patience.await()
                .ignoreExceptionsMatching(AssertionError.class::isInstance)
                .until(FloodIT::isReady);
        assertThat(gateway.log()).doesNotContain("OutOfMemoryError").doesNotContain("\tat ");
    }

    private static boolean isReady() {
        return Request.get(gateway, "/q/health").send().statusCode() == 200;
    }

    /** A text frame, masked with zeros. */
    private static byte[] frameWithoutItsLastByte() {
        byte[] head = {(byte) 0x81, (byte) 0xFE, (byte) (LARGEST_FRAME >> 8), (byte) LARGEST_FRAME, 0, 0, 0, 0};
        byte[] frame = Arrays.copyOf(head, head.length + LARGEST_FRAME - 1);
        Arrays.fill(frame, head.length, frame.length, (byte) ' ');
        return frame;
    }
}
