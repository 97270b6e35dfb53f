package ghl.gateway.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.UserError;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes back to programs. */
record IntakeReply(int status, Map<String, Object> body) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** 202 with the receipt; 422 with what must be mended; 202 where it was only captured. */
    static IntakeReply of(IntakeResult received) {
        if (!received.userErrors().isEmpty()) {
            return new IntakeReply(
                    422,
                    Map.of(
                            "userErrors",
                            received.userErrors().stream()
                                    .map(IntakeReply::error)
                                    .toList()));
        }
        Submission submission = received.submission();
        Map<String, Object> body = new LinkedHashMap<>();
        if (submission != null) {
            body.put("id", submission.id());
        }
        body.put("status", submission == null ? "CAPTURED" : submission.status().name());
        return new IntakeReply(202, body);
    }

    static IntakeReply refusal(int status, String code, String message) {
        boolean retryable = status == 429 || status == 503;
        Map<String, Object> error =
                Map.of("message", message, "extensions", Map.of("code", code, "retryable", retryable));
        return new IntakeReply(status, Map.of("errors", List.of(error)));
    }

    void send(RoutingContext routing) {
        if (routing.response().ended() || routing.response().closed()) {
            return;
        }
        if (status == 429) {
            routing.response().putHeader("Retry-After", "60");
        }
        if (status == 503) {
            routing.response().putHeader("Retry-After", "10");
        }
        routing.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(json());
    }

    private String json() {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> error(UserError error) {
        return Map.of("code", error.code().name(), "message", error.message(), "path", error.path());
    }
}
