package ghl.gateway.ops;

import ghl.gateway.form.FormStatus;
import ghl.gateway.form.FormWatch;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How the files of forms stand. */
@Path("/ops/forms")
@Produces(MediaType.APPLICATION_JSON)
public class FormResource {

    private final FormWatch watch;

    FormResource(FormWatch watch) {
        this.watch = watch;
    }

    /** One entry for each file, by name. */
    public record Answer(List<FormStatus> forms) {}

    @GET
    public Answer forms() {
        return new Answer(watch.status());
    }
}
