package ghl.gateway.sandbox.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.http.SandboxDelivery;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.Outage;
import java.util.Map;
import java.util.Optional;

/**
 * A fault for the next matching requests.
 *
 * @param locationId null for every location
 * @param operation an operationId, or {@code *}
 * @param times number of requests that it still applies to
 * @param status status to answer instead of the real one
 * @param when whether the operation takes effect before the answer is replaced or dropped
 * @param body body of that answer; plain text is sent as an HTML page
 * @param applyLateMs closes the connection at once and applies the operation this much later
 * @param headers extra response headers; null removes one of the usual ones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        String locationId,
        String operation,
        int times,
        Integer status,
        When when,
        JsonNode body,
        Long delayMs,
        Boolean dropAnswer,
        Boolean truncate,
        Boolean malformed,
        Long applyLateMs,
        Map<String, String> headers) {

    /** Whether the fault occurs before the operation takes effect, which then does not happen, or after it. */
    public enum When {
        @JsonProperty("before")
        BEFORE,
        @JsonProperty("after")
        AFTER
    }

    public static final Fault NONE = new Fault(null, "*", 1, null, null, null, null, null, null, null, null, null);

    public Fault {
        if (operation == null || operation.isBlank()) {
            throw new IllegalArgumentException("operation should be an operationId or *");
        }
        if (times < 1) {
            throw new IllegalArgumentException("times must not be less than 1");
        }
        if (when == null) {
            when = status == null ? When.AFTER : When.BEFORE;
        }
        boolean nothingToSay = status == null && !isOn(dropAnswer) && applyLateMs == null;
        if (when == When.BEFORE && nothingToSay) {
            throw new IllegalArgumentException("when: before needs a status or dropAnswer");
        }
    }

    static Fault of(Outage outage) {
        boolean drop = outage == Outage.DROP;
        Integer status = drop ? null : 503;
        return new Fault(null, "*", 1, status, When.BEFORE, null, null, drop, null, null, null, null);
    }

    boolean concerns(String location, String operationId) {
        return (locationId == null || locationId.equals(location))
                && (operation.equals("*") || operation.equals(operationId));
    }

    Fault oneFewer() {
        return new Fault(
                locationId,
                operation,
                times - 1,
                status,
                when,
                body,
                delayMs,
                dropAnswer,
                truncate,
                malformed,
                applyLateMs,
                headers);
    }

    public boolean hasEffect() {
        return when == When.AFTER && applyLateMs == null;
    }

    /** The answer: the real one, unless a status is set. */
    public Optional<SandboxReply> reply(Optional<SandboxReply> realReply) {
        return status == null ? realReply : Optional.of(SandboxReply.of(status, body == null ? plainBody() : body));
    }

    public Map<String, String> ownHeaders() {
        return headers == null ? Map.of() : headers;
    }

    public long delay() {
        return delayMs == null ? 0 : delayMs;
    }

    public SandboxDelivery.Ending ending() {
        if (isOn(dropAnswer) || applyLateMs != null) {
            return SandboxDelivery.Ending.NONE;
        }
        if (isOn(truncate)) {
            return SandboxDelivery.Ending.HALF;
        }
        return isOn(malformed) ? SandboxDelivery.Ending.GARBLED : SandboxDelivery.Ending.WHOLE;
    }

    private JsonNode plainBody() {
        return SandboxJson.object().put("statusCode", status).put("message", "A fault of the sandbox");
    }

    private static boolean isOn(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
