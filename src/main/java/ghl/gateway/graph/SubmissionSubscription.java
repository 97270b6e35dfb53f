package ghl.gateway.graph;

import ghl.gateway.access.caller.Role;
import ghl.gateway.submission.Submissions;
import ghl.gateway.submission.receipt.Submission;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Receipts as they change. */
@GraphQLApi
@ApplicationScoped
public class SubmissionSubscription {

    private final CallerContext here;
    private final Submissions submissions;

    SubmissionSubscription(CallerContext here, Submissions submissions) {
        this.here = here;
        this.submissions = submissions;
    }

    @Subscription
    @NonNull
    @RolesAllowed({Role.SUBMITS, Role.OPERATES})
    @Description(
            "The receipt of a submission, now and whenever it changes; ends when nothing more will happen by itself,"
                    + " and at once when there is no such submission. Over a WebSocket at the same address.")
    public Multi<Submission> submissionChanged(
            @Id @NonNull @Description("The gateway's id of the submission.") String id) {
        return submissions.follow(here.authority(), id);
    }
}
