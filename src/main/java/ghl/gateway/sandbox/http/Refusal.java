package ghl.gateway.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The vendor says no; carries the answer in the vendor's shape. Reported. */
public final class Refusal extends RuntimeException {

    private final transient Reply reply;

    private Refusal(Reply reply) {
        super(reply.body().toString());
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }

    public static Refusal badRequest(String message) {
        return plain(400, message, "Bad Request");
    }

    /** A 400 that explains itself in a {@code meta} object, as the duplicate answer does. */
    public static Refusal badRequest(String message, ObjectNode meta) {
        ObjectNode body = Json.object().put("statusCode", 400).put("message", message);
        body.set("meta", meta);
        return new Refusal(Reply.of(400, body));
    }

    public static Refusal unauthorized(String message) {
        return plain(401, message, "Unauthorized");
    }

    public static Refusal forbidden(String message) {
        return plain(403, message, "Forbidden");
    }

    public static Refusal notFound(String message) {
        return plain(404, message, "Not Found");
    }

    public static Refusal conflict(String message) {
        return plain(409, message, "Conflict");
    }

    public static Refusal unprocessable(List<String> violations) {
        ObjectNode body = Json.object().put("statusCode", 422);
        body.set("message", Json.strings(violations));
        return new Refusal(Reply.of(422, body.put("error", "Unprocessable Entity")));
    }

    /** Source: the vendor's rate limits; the vendor documents no body. No Retry-After: nobody has seen one. */
    public static Refusal tooManyRequests(Map<String, String> headers) {
        ObjectNode body = Json.object().put("statusCode", 429).put("message", "Too Many Requests");
        return new Refusal(Reply.of(429, body).with(headers));
    }

    /** As token endpoints refuse; the vendor documents no codes, clients look for {@code invalid_grant}. */
    public static Refusal grant(String error, String description) {
        ObjectNode body = Json.object().put("error", error).put("error_description", description);
        return new Refusal(Reply.of(400, body));
    }

    private static Refusal plain(int status, String message, String error) {
        ObjectNode body = Json.object();
        body.put("statusCode", status).put("message", message).put("error", error);
        return new Refusal(Reply.of(status, body));
    }
}
