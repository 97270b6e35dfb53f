package ghl.gateway.graph;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Role;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.publicform.PublishableKeyForms;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** The one way to write. */
@GraphQLApi
@ApplicationScoped
public class SubmitFormMutation {

    private final CallerContext here;
    private final PublishableKeyForms publishable;
    private final FormSubmissions submissions;

    SubmitFormMutation(CallerContext here, PublishableKeyForms publishable, FormSubmissions submissions) {
        this.here = here;
        this.publishable = publishable;
        this.submissions = submissions;
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.SUBMITS, Role.REMOVES, Role.SUBMITS_ONE_FORM})
    @Description(
            "Writes a contact and what belongs to it: tasks, notes, tags, changes, removals. Once there is a receipt,"
                    + " the submission is on the disk and will be delivered exactly once, whatever fails; the receipt says per"
                    + " step what has been done, what was refused, and what is not known.")
    public Uni<SubmitFormPayload> submitForm(@NonNull @Description("What shall be written.") SubmitFormInput input) {
        Caller caller = here.caller();
        if (caller.kind() == Caller.Kind.PUBLISHABLE_KEY) {
            return publishable.submit(here.request(), input);
        }
        requireRight(caller, input);
        return submissions
                .submit(CallerContext.authority(caller), here.of(submissions.locationOf(input)), input)
                .map(payload -> caller.may(Role.READER) ? payload : payload.withoutContact());
    }

    private static void requireRight(Caller caller, SubmitFormInput input) {
        Role needed = input.deleteContactId() == null ? Role.SUBMITTER : Role.REMOVER;
        if (!caller.may(needed)) {
            throw new ForbiddenException("This needs the role " + needed.word());
        }
    }
}
