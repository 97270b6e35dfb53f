package ghl.gateway.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A refusal, with the answer in the vendor's shape. Reported. */
public final class SandboxRefusal extends RuntimeException {

    private final transient SandboxReply reply;

    private SandboxRefusal(SandboxReply reply) {
        super(reply.body().toString());
        this.reply = reply;
    }

    public SandboxReply reply() {
        return reply;
    }

    public static SandboxRefusal badRequest(String message) {
        return plain(400, message, "Bad Request");
    }

    /** A 400 with a {@code meta} object, such as the duplicate answer. */
    public static SandboxRefusal badRequest(String message, ObjectNode meta) {
        ObjectNode body = SandboxJson.object().put("statusCode", 400).put("message", message);
        body.set("meta", meta);
        return new SandboxRefusal(SandboxReply.of(400, body));
    }

    public static SandboxRefusal unauthorized(String message) {
        return plain(401, message, "Unauthorized");
    }

    public static SandboxRefusal forbidden(String message) {
        return plain(403, message, "Forbidden");
    }

    public static SandboxRefusal notFound(String message) {
        return plain(404, message, "Not Found");
    }

    public static SandboxRefusal conflict(String message) {
        return plain(409, message, "Conflict");
    }

    public static SandboxRefusal unprocessable(List<String> violations) {
        ObjectNode body = SandboxJson.object().put("statusCode", 422);
        body.set("message", SandboxJson.strings(violations));
        return new SandboxRefusal(SandboxReply.of(422, body.put("error", "Unprocessable Entity")));
    }

    /** Source: the vendor's rate limits. The vendor documents no body, and no report mentions Retry-After. */
    public static SandboxRefusal tooManyRequests(Map<String, String> headers) {
        ObjectNode body = SandboxJson.object().put("statusCode", 429).put("message", "Too Many Requests");
        return new SandboxRefusal(SandboxReply.of(429, body).with(headers));
    }

    /** A refusal of the token endpoint. The vendor documents no codes; clients look for {@code invalid_grant}. */
    public static SandboxRefusal grant(String error, String description) {
        ObjectNode body = SandboxJson.object().put("error", error).put("error_description", description);
        return new SandboxRefusal(SandboxReply.of(400, body));
    }

    private static SandboxRefusal plain(int status, String message, String error) {
        ObjectNode body = SandboxJson.object();
        body.put("statusCode", status).put("message", message).put("error", error);
        return new SandboxRefusal(SandboxReply.of(status, body));
    }
}
