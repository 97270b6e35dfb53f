package ghl.gateway.form;

import ghl.gateway.submission.accept.KnownLocations;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** Keeps an eye on the files and on what the CRM has of what they need, and tells operators how they stand. */
@ApplicationScoped
public class FormWatch {

    private static final Logger LOG = Logger.getLogger(FormWatch.class);

    private final Forms forms;
    private final CustomFieldWatch customFields;
    private final FormSubmissions submissions;
    private final KnownLocations locations;
    private final Vertx vertx;
    private volatile boolean isOver;
    private long timer;

    FormWatch(
            Forms forms,
            CustomFieldWatch customFields,
            FormSubmissions submissions,
            KnownLocations locations,
            Vertx vertx) {
        this.forms = forms;
        this.customFields = customFields;
        this.submissions = submissions;
        this.locations = locations;
        this.vertx = vertx;
    }

    void begin(@Observes StartupEvent start, FormsConfig config) {
        positive("GATEWAY_FORMS_POLL", config.poll());
        positive("GATEWAY_FORMS_RECHECK", config.recheck());
        watchIn(config.poll());
    }

    @PreDestroy
    void end() {
        isOver = true;
        vertx.cancelTimer(timer);
    }

    /** How each file stands, by name. */
    public List<FormStatus> status() {
        return forms.loadedForms().stream().map(this::status).toList();
    }

    /** Why the folder cannot be read now, and what was read before is in use; null when it can. */
    public String trouble() {
        return forms.trouble();
    }

    private FormStatus status(FormSnapshot.Loaded form) {
        return new FormStatus(
                form.file().form(),
                form.file().path(),
                form.definition() != null,
                form.since(),
                form.problems().stream().map(Object::toString).toList(),
                form.definition() == null ? List.of() : customFields.warnings(form.definition()));
    }

    /** One look after the other: a slow disk or CRM makes no line of them. */
    private void watchIn(Duration pause) {
        if (isOver) {
            return;
        }
        timer = vertx.setTimer(pause.toMillis(), due -> vertx.executeBlocking(this::look, false)
                .onComplete(looked -> watchIn(pause)));
    }

    private Void look() {
        try {
            forms.reload();
            locations.learn(submissions.locations());
            customFields.look(forms.all());
        } catch (RuntimeException defect) {
            LOG.log(isOver ? Level.DEBUG : Level.ERROR, "Looking after the forms failed", defect);
        }
        return null;
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.toMillis() == 0) {
            throw new ConfigurationException(
                    name + " is " + value + ", which is no time at all: set more, for example 2s.");
        }
    }
}
