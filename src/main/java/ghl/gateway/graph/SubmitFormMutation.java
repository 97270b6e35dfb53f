package ghl.gateway.graph;

import ghl.gateway.form.FormSubmissions;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** The one way to write. */
@GraphQLApi
@ApplicationScoped
public class SubmitFormMutation {

    private final FormSubmissions submissions;

    SubmitFormMutation(FormSubmissions submissions) {
        this.submissions = submissions;
    }

    @Mutation
    @NonNull
    @Description(
            "Writes a contact and what belongs to it: tasks, notes, tags, changes, removals. Once there is a receipt,"
                    + " the submission is on the disk and will be delivered exactly once, whatever fails; the receipt says per"
                    + " step what has been done, what was refused, and what is not known.")
    public Uni<SubmitFormPayload> submitForm(@NonNull @Description("What shall be written.") SubmitFormInput input) {
        return submissions.submit(input);
    }
}
