package ghl.gateway.graph;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Role;
import ghl.gateway.form.Form;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.Forms;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.publicform.PublishableKeyForms;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The form definitions, and the only mutation. */
@GraphQLApi
@ApplicationScoped
public class FormResolvers {

    private final CallerContext context;
    private final PublishableKeyForms publishableKeyForms;
    private final Forms forms;
    private final FormSubmissions submissions;

    FormResolvers(
            CallerContext context, PublishableKeyForms publishableKeyForms, Forms forms, FormSubmissions submissions) {
        this.context = context;
        this.publishableKeyForms = publishableKeyForms;
        this.forms = forms;
        this.submissions = submissions;
    }

    @Query
    @RolesAllowed({Role.SUBMITS, Role.SUBMITS_ONE_FORM})
    @Description("Forms that the caller may submit, sorted by name. Costs no upstream call.")
    public Uni<List<@NonNull Form>> forms() {
        Caller caller = context.caller();
        return Uni.createFrom().item(() -> forms.all().stream()
                .filter(form -> maySubmit(caller, form))
                .map(form ->
                        caller.form() == null ? Form.of(form) : Form.of(form).withoutLocation())
                .toList());
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.SUBMITS, Role.REMOVES, Role.SUBMITS_ONE_FORM})
    @Description("Submits a form: writes a contact and adds, changes or removes its tasks, notes and tags. Invalid"
            + " input is reported in `userErrors`, and nothing is stored. Otherwise the submission is stored before"
            + " this returns and is delivered to the CRM even if the gateway or the CRM fails in between, without"
            + " creating anything twice. The returned `submission` says for each step whether it is done, refused or"
            + " unknown. Costs one upstream call per step. Validation may read the location and its custom fields,"
            + " which are cached for a few minutes.")
    public Uni<SubmitFormPayload> submitForm(
            @NonNull @Description("The submission to process.") SubmitFormInput input) {
        Caller caller = context.caller();
        if (caller.kind() == Caller.Kind.PUBLISHABLE_KEY) {
            return publishableKeyForms.submit(context.request(), input);
        }
        requireRole(caller, input.deleteContactId() == null ? Role.SUBMITTER : Role.REMOVER);
        return submissions
                .submit(context.actor(), context.locationId(submissions.locationOf(input)), input)
                .map(payload -> caller.may(Role.READER) ? payload : payload.withoutContact());
    }

    private static void requireRole(Caller caller, Role role) {
        if (!caller.may(role)) {
            throw new ForbiddenException("This requires the role " + role.word());
        }
    }

    private boolean maySubmit(Caller caller, FormDefinition form) {
        return caller.form() == null
                ? form.locationId() == null || caller.locations().contains(submissions.locationOf(form))
                : caller.form().equals(form.name());
    }
}
