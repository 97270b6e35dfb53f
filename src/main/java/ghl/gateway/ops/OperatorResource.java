package ghl.gateway.ops;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.LocationChoice;
import ghl.gateway.access.caller.Role;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.operator.PersonErasure;
import ghl.gateway.submission.operator.SubmissionOperations;
import ghl.gateway.submission.receipt.PlannedCall;
import ghl.gateway.submission.receipt.Submission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** Answers with the receipt of the submission as it is then. Its methods block: they run on the process's workers. */
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

    /** How many submissions were set going. */
    public record Retried(int retried) {}

    /** How many submissions were erased. */
    public record Erased(int erased) {}

    /** What a submission comes down to, in the order of its steps. */
    public record Calls(List<PlannedCall> calls) {}

    /** What was done to a submission, oldest first. */
    public record Audit(List<Entry> audit) {}

    /** Who did what. */
    public record Entry(Instant at, String actor, String action, String detail) {}

    @POST
    @Path("/submissions/{id}/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    @JsonOnly
    public Submission retry(String id) {
        return operations.retry(caller(), id);
    }

    @POST
    @Path("/submissions/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    @JsonOnly
    public Retried retryAll(String body) {
        return new Retried(operations.retryAll(
                caller(), JsonBody.read(body, OperatorRequests.Retry.class).order()));
    }

    @POST
    @Path("/submissions/{id}/steps/{number}/resolve")
    @Consumes(MediaType.APPLICATION_JSON)
    @JsonOnly
    public Submission resolve(String id, int number, String body) {
        return operations.resolve(
                caller(),
                id,
                number,
                JsonBody.read(body, OperatorRequests.Resolve.class).decision());
    }

    @GET
    @Path("/submissions/{id}/calls")
    public Calls calls(String id) {
        return new Calls(operations.calls(caller(), id));
    }

    @POST
    @Path("/submissions/{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @JsonOnly
    public Submission approve(String id) {
        return operations.approve(caller(), id);
    }

    @POST
    @Path("/submissions/{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @JsonOnly
    public Submission discard(String id) {
        return operations.discard(caller(), id);
    }

    @POST
    @Path("/persons/erase")
    @Consumes(MediaType.APPLICATION_JSON)
    @JsonOnly
    public Erased erase(String body) {
        OperatorRequests.Erase order = JsonBody.read(body, OperatorRequests.Erase.class);
        Caller caller = callers.current();
        return new Erased(erasure.erase(caller.id(), order.person(), locations.of(caller, order.locationId())));
    }

    @GET
    @Path("/submissions/{id}/audit")
    public Audit audit(String id) {
        return new Audit(operations.audit(caller(), id).stream()
                .map(entry -> new Entry(entry.at(), entry.actor(), entry.action(), entry.detail()))
                .toList());
    }

    private Actor caller() {
        Caller caller = callers.current();
        return new Actor(caller.id(), caller.locations());
    }
}
