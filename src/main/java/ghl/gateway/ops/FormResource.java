package ghl.gateway.ops;

import ghl.gateway.access.caller.Role;
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

    /**
     * One entry for each file, by name; without those of locations that the caller may not reach.
     *
     * @param trouble why the folder cannot be read now, and what was read before is in use; null when it can
     */
    public record Answer(List<FormStatus> forms, String trouble) {}

    @GET
    public Answer forms() {
        List<FormStatus> own = watch.status().stream()
                .filter(status -> !reach.isElsewhere(status.form()))
                .toList();
        return new Answer(own, watch.trouble());
    }
}
