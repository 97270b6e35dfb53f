package ghl.gateway.ops;

import ghl.gateway.access.Role;
import ghl.gateway.form.FormStatus;
import ghl.gateway.form.FormWatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How the files of forms stand. */
@Path("/ops/forms")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATES)
public class FormResource {

    private final FormWatch watch;
    private final FormReach reach;

    FormResource(FormWatch watch, FormReach reach) {
        this.watch = watch;
        this.reach = reach;
    }

    /** One entry for each file of a form that the caller may reach, by name. */
    public record Answer(List<FormStatus> forms) {}

    @GET
    public Answer forms() {
        return new Answer(watch.status().stream()
                .filter(form -> reach.isReachable(form.form()))
                .toList());
    }
}
