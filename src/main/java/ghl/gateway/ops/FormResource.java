package ghl.gateway.ops;

import ghl.gateway.access.caller.Role;
import ghl.gateway.form.FormStatus;
import ghl.gateway.form.FormWatch;
import ghl.gateway.form.Forms;
import ghl.gateway.intake.statistics.FormSources;
import ghl.gateway.intake.statistics.SourceStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Status of the form definitions, and what is posted to them. */
@Path("/ops/forms")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATES)
public class FormResource {

    private final Forms forms;
    private final FormWatch watch;
    private final FormSources sources;
    private final FormReach reach;

    FormResource(Forms forms, FormWatch watch, FormSources sources, FormReach reach) {
        this.forms = forms;
        this.watch = watch;
        this.sources = sources;
        this.reach = reach;
    }

    /**
     * Status of a form's file, and what was posted to it.
     *
     * @param warnings those of {@link FormStatus}, and of sources that stopped sending an e-mail address or a phone number
     * @param sources what each type of sender posted to {@code /forms} in the last day
     */
    public record FormReport(
            String form,
            String path,
            boolean inUse,
            Instant since,
            List<String> problems,
            List<String> warnings,
            List<SourceStatus> sources) {}

    /**
     * Status of each file, by name, except forms of locations out of the caller's reach.
     *
     * @param trouble why the folder cannot be read at present, while the last definitions stay in use; null when it can
     */
    public record FormList(List<FormReport> forms, String trouble) {}

    @GET
    public FormList forms() {
        Map<String, List<SourceStatus>> posted = sources.status(forms.all());
        List<FormReport> reachable = watch.status().stream()
                .filter(status -> !reach.isElsewhere(status.form()))
                .map(status -> report(status, posted.getOrDefault(status.form(), List.of())))
                .toList();
        return new FormList(reachable, watch.trouble());
    }

    private FormReport report(FormStatus status, List<SourceStatus> posted) {
        return new FormReport(
                status.form(),
                status.path(),
                status.inUse(),
                status.since(),
                status.problems(),
                Stream.concat(status.warnings().stream(), sources.warnings(status.form()).stream())
                        .toList(),
                posted);
    }
}
