package ghl.gateway.sandbox.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.http.SandboxDelivery;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.SandboxLocation.Outage;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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
@RecordBuilder
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
        Map<String, String> headers)
        implements FaultBuilder.With {

    /** Whether the fault occurs before the operation takes effect, which then does not happen, or after it. */
    public enum When {
        @JsonProperty("before")
        BEFORE,
        @JsonProperty("after")
        AFTER
    }

    public static final Fault NONE =
            FaultBuilder.builder().operation("*").times(1).build();

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
        return outage == Outage.DROP
                ? NONE.with(fault -> fault.when(When.BEFORE).dropAnswer(true))
                : NONE.with(fault -> fault.when(When.BEFORE).status(503));
    }

    boolean concerns(String location, String operationId) {
        return (locationId == null || locationId.equals(location))
                && (operation.equals("*") || operation.equals(operationId));
    }

    boolean hasEffect() {
        return when == When.AFTER && applyLateMs == null;
    }

    /**
     * Performs an operation unless this fault prevents it, and determines the answer.
     *
     * @param finish adds what every answer has, before the fault's own headers
     */
    public SandboxDelivery deliver(Supplier<SandboxReply> operation, UnaryOperator<SandboxReply> finish) {
        SandboxReply reply = hasEffect() ? operation.get() : null;
        if (status != null) {
            reply = SandboxReply.of(status, body == null ? plainBody() : body);
        }
        SandboxReply finished = reply == null ? null : finish.apply(reply).with(headers == null ? Map.of() : headers);
        Optional<SandboxDelivery.Late> late =
                Optional.ofNullable(applyLateMs).map(afterMs -> new SandboxDelivery.Late(afterMs, operation::get));
        return new SandboxDelivery(finished, delayMs == null ? 0 : delayMs, ending(), late);
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
        return SandboxJson.object().put("statusCode", status).put("message", "Injected fault");
    }

    private static boolean isOn(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
