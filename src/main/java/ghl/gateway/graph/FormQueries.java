package ghl.gateway.graph;

import ghl.gateway.form.Form;
import ghl.gateway.form.Forms;
import io.smallrye.mutiny.Uni;
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

    private final Forms forms;

    FormQueries(Forms forms) {
        this.forms = forms;
    }

    @Query
    @Description("The forms that the caller may submit, by name. No upstream call.")
    public Uni<List<@NonNull Form>> forms() {
        return Uni.createFrom().item(() -> forms.all().stream().map(Form::of).toList());
    }
}
