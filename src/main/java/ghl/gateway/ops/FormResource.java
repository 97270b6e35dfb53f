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

/** Status of the form definitions. */
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
     * Status of each file, by name, except forms of locations out of the caller's reach.
     *
     * @param trouble why the folder cannot be read at present, while the last definitions stay in use; null when it can
     */
    public record FormList(List<FormStatus> forms, String trouble) {}

    @GET
    public FormList forms() {
        List<FormStatus> reachable = watch.status().stream()
                .filter(status -> !reach.isElsewhere(status.form()))
                .toList();
        return new FormList(reachable, watch.trouble());
    }
}
