package ghl.gateway.graph;

import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Role;
import ghl.gateway.form.Form;
import ghl.gateway.form.Forms;
import ghl.gateway.form.definition.FormDefinition;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The root that tells which forms there are. */
@GraphQLApi
@ApplicationScoped
public class FormQueries {

    private final CallerContext here;
    private final Forms forms;

    FormQueries(CallerContext here, Forms forms) {
        this.here = here;
        this.forms = forms;
    }

    @Query
    @RolesAllowed({Role.SUBMITS, Role.SUBMITS_ONE_FORM})
    @Description("The forms that the caller may submit, by name. No upstream call.")
    public Uni<List<@NonNull Form>> forms() {
        Caller caller = here.caller();
        return Uni.createFrom().item(() -> forms.all().stream()
                .filter(form -> maySubmit(caller, form))
                .map(form ->
                        caller.form() == null ? Form.of(form) : Form.of(form).withoutLocation())
                .toList());
    }

    private static boolean maySubmit(Caller caller, FormDefinition form) {
        return caller.form() == null
                ? form.locationId() == null || caller.locations().contains(form.locationId())
                : caller.form().equals(form.name());
    }
}
