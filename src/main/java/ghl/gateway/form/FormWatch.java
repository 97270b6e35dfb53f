package ghl.gateway.form;

import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.submission.accept.KnownLocations;
import ghl.gateway.submission.accept.Quarantine;
import ghl.gateway.time.PeriodicJobs;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** Polls the form files and the CRM's custom fields, and reports the status of each form to operators. */
@ApplicationScoped
public class FormWatch {

    private static final Logger LOG = Logger.getLogger(FormWatch.class);

    private final Forms forms;
    private final CustomFieldWatch customFields;
    private final FormSubmissions submissions;
    private final KnownLocations locations;
    private final Quarantine quarantine;
    private volatile boolean isStopping;

    FormWatch(
            Forms forms,
            CustomFieldWatch customFields,
            FormSubmissions submissions,
            KnownLocations locations,
            Quarantine quarantine) {
        this.forms = forms;
        this.customFields = customFields;
        this.submissions = submissions;
        this.locations = locations;
        this.quarantine = quarantine;
    }

    void start(@Observes StartupEvent start, PeriodicJobs jobs, FormsConfig config) {
        jobs.start(config.poll(), config.poll(), this::poll);
    }

    @PreDestroy
    void stop() {
        isStopping = true;
    }

    /** The status of each file, ordered by form name. */
    public List<FormStatus> status() {
        return forms.loadedForms().stream().map(this::status).toList();
    }

    /**
     * The reason why the files cannot be read; null when they can. Meanwhile the last valid definitions stay in use.
     */
    public String trouble() {
        return forms.readError();
    }

    private FormStatus status(FormSnapshot.Loaded form) {
        return new FormStatus(
                form.file().form(),
                form.file().path(),
                form.definition() != null,
                form.since(),
                form.problems().stream().map(Object::toString).toList(),
                form.definition() == null ? List.of() : warnings(form.definition()));
    }

    private List<String> warnings(FormDefinition form) {
        return Stream.concat(customFields.warnings(form).stream(), quarantine.warning(form.name()).stream())
                .toList();
    }

    private void poll() {
        try {
            forms.reload();
            locations.learn(submissions.locations());
            customFields.checkDue(forms.all());
        } catch (RuntimeException e) {
            LOG.log(isStopping ? Level.DEBUG : Level.ERROR, "Polling the forms failed", e);
        }
    }
}
