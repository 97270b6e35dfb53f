package ghl.gateway.submission.input;

import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("SubmissionFilter")
@Description("Which submissions; everything given must hold.")
public record SubmissionFilter(
        @Description("How far they are.") SubmissionStatus status,
        @Description("What they wait for.") WaitReason waitingFor,
        @Description("Why they need a person.") ParkReason reason,
        @Description("Name of the form they came from.") String form,
        @Description("Accepted at or after this time.") Instant createdAfter,
        @Description("Accepted before this time.") Instant createdBefore,

        @Description(
                "Whom they are about: what came with this e-mail or phone; with an id also what the CRM then attached to"
                        + " that contact.")
        ContactMatchInput person,

        @Id
        @Description(
                "Of this location; without it of all within the caller's reach, or, together with `person`, as elsewhere.")
        String locationId) {

    /** Nothing asked for. */
    public static final SubmissionFilter NONE = new SubmissionFilter(null, null, null, null, null, null, null, null);

    /** The same, of one location. */
    public SubmissionFilter in(String location) {
        return new SubmissionFilter(status, waitingFor, reason, form, createdAfter, createdBefore, person, location);
    }
}
