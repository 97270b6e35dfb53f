package ghl.gateway.graph;

import ghl.gateway.submission.Submissions;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** The one way to write. Submissions are plain blocking code, so they run on a worker thread. */
@GraphQLApi
@ApplicationScoped
public class SubmitFormMutation {

    private final Submissions submissions;
    private final SubmissionWorkers workers;

    SubmitFormMutation(Submissions submissions, SubmissionWorkers workers) {
        this.submissions = submissions;
        this.workers = workers;
    }

    @Mutation
    @NonNull
    @Description(
            "Writes a contact and what belongs to it: tasks, notes, tags, changes, removals. The answer is a truthful"
                    + " receipt: per step what has been done, what was refused, and what is not known.")
    public Uni<SubmitFormPayload> submitForm(@NonNull @Description("What shall be written.") SubmitFormInput input) {
        return Uni.createFrom().item(() -> submissions.submit(input)).runSubscriptionOn(workers);
    }
}
