package ghl.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void response_has_the_members_of_rfc_9457_and_the_code() {
        Response response = Problem.of(404, "NOT_FOUND", "Nothing exists at this \"address\"")
                .toResponse();

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getMediaType()).hasToString("application/problem+json");
        assertThat(response.getHeaderString("Retry-After")).isNull();
        assertThat(body(response))
                .isEqualTo(new JsonObject()
                        .put("type", "about:blank")
                        .put("title", "Not Found")
                        .put("status", 404)
                        .put("detail", "Nothing exists at this \"address\"")
                        .put("code", "NOT_FOUND")
                        .put("retryable", false));
    }

    @Test
    void retryable_problem_says_when_to_retry() {
        Response response = Problem.of(429, "RATE_LIMITED", "Too many")
                .retryAfter(Duration.ofMinutes(1))
                .toResponse();

        assertThat(response.getHeaderString("Retry-After")).isEqualTo("60");
        assertThat(body(response).getBoolean("retryable")).isTrue();
        assertThat(body(response).getLong("retryAfterMs")).isEqualTo(60_000);
    }

    @Test
    void invalid_answers_are_listed() {
        Map<String, Object> error = Map.of("code", "REQUIRED", "message", "is required", "path", List.of("email"));

        JsonObject body = body(new Problem(422, "INVALID_INPUT", "See userErrors", null, List.of(error)).toResponse());

        assertThat(body.getString("title")).isEqualTo("Unprocessable Entity");
        assertThat(body.getJsonArray("userErrors").getJsonObject(0).getMap()).containsEntry("code", "REQUIRED");
    }

    private static JsonObject body(Response response) {
        return new JsonObject((String) response.getEntity());
    }
}
