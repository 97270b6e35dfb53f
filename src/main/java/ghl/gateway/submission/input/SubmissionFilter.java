package ghl.gateway.submission.input;

import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("SubmissionFilter")
@Description("Conditions that a submission must meet, combined with AND.")
public record SubmissionFilter(
        @Description("Status of the submission.") SubmissionStatus status,
        @Description("Reason for waiting.") WaitReason waitingFor,
        @Description("Reason for being parked.") ParkReason reason,
        @Description("Name of the form.") String form,
        @Description("Earliest acceptance, inclusive.") Instant createdAfter,
        @Description("Latest acceptance, exclusive.") Instant createdBefore,

        @Description("Person the submission is about. An email or phone finds submissions that contained it. An ID"
                + " finds submissions that named the contact or were delivered to it.")
        ContactMatchInput person,

        @Id
        @Description("Location, by ID or by name. Without it, submissions of all of the caller's locations are listed;"
                + " together with `person`, the location is chosen as in other queries.")
        String locationId) {

    public static final SubmissionFilter NONE = new SubmissionFilter(null, null, null, null, null, null, null, null);

    /** Copy restricted to one location. */
    public SubmissionFilter in(String location) {
        return new SubmissionFilter(status, waitingFor, reason, form, createdAfter, createdBefore, person, location);
    }
}
