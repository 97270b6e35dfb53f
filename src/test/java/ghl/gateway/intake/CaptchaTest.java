package ghl.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import ghl.gateway.fixture.Operator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Captcha verification with a stand-in provider. */
@QuarkusTest
@TestProfile(IntakeProfile.class)
class CaptchaTest {

    /** Accepts {@code solved}, fails for {@code broken}, and rejects anything else. */
    public static final class Provider implements QuarkusTestResourceLifecycleManager {

        static final List<String> REQUESTS = new CopyOnWriteArrayList<>();
        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/siteverify", exchange -> {
                String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                REQUESTS.add(form);
                boolean broken = form.contains("response=broken");
                byte[] answer = broken
                        ? "<oops>".getBytes(StandardCharsets.UTF_8)
                        : ("{\"success\":" + form.contains("response=solved") + ",\"error-codes\":[]}")
                                .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(broken ? 500 : 200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return Map.of(
                    "gateway.intake.captcha.url",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/siteverify");
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }

    @Test
    void form_without_solved_captcha_is_quarantined() {
        assertThat(status("solved-1", "solved")).isNotEqualTo("QUARANTINED");
        assertThat(status("wrong-1", "wrong")).isEqualTo("QUARANTINED");
        assertThat(status("none-1", "")).isEqualTo("QUARANTINED");
        assertThat(status("broken-1", "broken")).isEqualTo("QUARANTINED");
        assertThat(Provider.REQUESTS)
                .as("secret, token and client address are sent")
                .anyMatch(form -> form.contains("secret=captcha-secret") && form.contains("remoteip=127.0.0.1"));
    }

    @Test
    void repeat_with_used_captcha_token_returns_first_receipt() {
        String first = id("retry-1", "solved", "try-1");

        assertThat(id("retry-1", "used-up", "try-1")).as("under its key").isEqualTo(first);
        String other = id("retry-2", "solved", null);
        assertThat(id("retry-2", "used-up", null)).as("the same answers").isEqualTo(other);
        assertThat(Operator.look(first).getString("status")).isNotEqualTo("QUARANTINED");
        assertThat(Operator.look(id("retry-3", "used-up", "try-1")).getString("status"))
                .as("other answers are no repeat")
                .isEqualTo("QUARANTINED");
    }

    private static String id(String name, String response, String key) {
        String form = "email=" + name + "%40example.com&cf-turnstile-response=" + response;
        RequestSpecification request = Post.request(form, Post.FORM).header("Origin", "https://www.example.com");
        return Post.accepted((key == null ? request : request.header("Idempotency-Key", key)).post("/forms/captcha"))
                .getString("id");
    }

    private static String status(String name, String response) {
        String form = "email=" + name + "%40example.com&cf-turnstile-response=" + response;
        String id = Post.accepted(Post.request(form, Post.FORM)
                        .header("Origin", "https://www.example.com")
                        .post("/forms/captcha"))
                .getString("id");
        return Operator.look(id).getString("status");
    }
}
