package ghl.gateway.ops;

import com.fasterxml.jackson.annotation.JsonInclude;
import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.LocationChoice;
import ghl.gateway.access.caller.Role;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.BodyText;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.journal.ReceivedBody;
import ghl.gateway.submission.operator.PersonErasure;
import ghl.gateway.submission.operator.SubmissionOperations;
import ghl.gateway.submission.receipt.PlannedCall;
import ghl.gateway.submission.receipt.Submission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Operations on submissions. Most return the receipt as it is afterwards. Methods block and run on worker threads. */
@Path("/ops")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATES)
public class OperatorResource {

    private final SubmissionOperations operations;
    private final PersonErasure erasure;
    private final Callers callers;
    private final LocationChoice locations;

    OperatorResource(
            SubmissionOperations operations, PersonErasure erasure, Callers callers, LocationChoice locations) {
        this.operations = operations;
        this.erasure = erasure;
        this.callers = callers;
        this.locations = locations;
    }

    /** Number of retried submissions. */
    public record Retried(int retried) {}

    /** Number of erased submissions. */
    public record Erased(int erased) {}

    /** CRM calls of a submission, in the order of its steps. */
    public record Calls(List<PlannedCall> calls) {}

    /** Body that could not be read: as {@code text} if it is UTF-8, else as {@code base64}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RawBody(SenderType sender, String contentType, Instant receivedAt, String text, String base64) {

        static RawBody of(SubmissionOperations.Body body) {
            ReceivedBody received = body.received();
            Optional<String> text = BodyText.strict(received.bytes(), StandardCharsets.UTF_8);
            return new RawBody(
                    SenderType.valueOf(received.sender()),
                    received.contentType(),
                    body.receivedAt(),
                    text.orElse(null),
                    text.isPresent() ? null : Base64.getEncoder().encodeToString(received.bytes()));
        }
    }

    /** Audit log of a submission, oldest first. */
    public record Audit(List<Entry> audit) {}

    public record Entry(Instant at, String actor, String action, String detail) {}

    @POST
    @Path("/submissions/{id}/retry")
    public Submission retry(String id) {
        return operations.retry(actor(), id);
    }

    @POST
    @Path("/submissions/retry")
    public Retried retryAll(String body) {
        return new Retried(operations.retryAll(
                actor(), JsonBody.read(body, OperatorRequests.Retry.class).toBulkRetry()));
    }

    @POST
    @Path("/submissions/{id}/steps/{number}/resolve")
    public Submission resolve(String id, int number, String body) {
        return operations.resolve(
                actor(),
                id,
                number,
                JsonBody.read(body, OperatorRequests.Resolve.class).toResolution());
    }

    @GET
    @Path("/submissions/{id}/calls")
    public Calls calls(String id) {
        return new Calls(operations.calls(actor(), id));
    }

    @GET
    @Path("/submissions/{id}/body")
    public RawBody body(String id) {
        return RawBody.of(operations.body(actor(), id));
    }

    @POST
    @Path("/submissions/{id}/approve")
    public Submission approve(String id) {
        return operations.approve(actor(), id);
    }

    @POST
    @Path("/submissions/{id}/discard")
    public Submission discard(String id) {
        return operations.discard(actor(), id);
    }

    @POST
    @Path("/persons/erase")
    public Erased erase(String body) {
        OperatorRequests.Erase request = JsonBody.read(body, OperatorRequests.Erase.class);
        Caller caller = callers.current();
        return new Erased(erasure.erase(caller.id(), request.person(), locations.of(caller, request.locationId())));
    }

    @GET
    @Path("/submissions/{id}/audit")
    public Audit audit(String id) {
        return new Audit(operations.audit(actor(), id).stream()
                .map(entry -> new Entry(entry.at(), entry.actor(), entry.action(), entry.detail()))
                .toList());
    }

    private Actor actor() {
        Caller caller = callers.current();
        return new Actor(caller.id(), caller.locations());
    }
}
