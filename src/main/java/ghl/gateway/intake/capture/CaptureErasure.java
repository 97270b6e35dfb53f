package ghl.gateway.intake.capture;

import ghl.gateway.form.FormSubmissions;
import ghl.gateway.submission.operator.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Forgets what was captured of a location's forms when a person there is erased: nobody can tell who stands in it. */
@ApplicationScoped
class CaptureErasure {

    private final FormSubmissions submissions;
    private final Captures captures;

    CaptureErasure(FormSubmissions submissions, Captures captures) {
        this.submissions = submissions;
        this.captures = captures;
    }

    void forget(@Observes PersonErased erased) {
        captures.forgetBodies(form -> isPerhapsOf(form, erased.locationId()));
    }

    /** A form that is not defined yet may become any location's. */
    private boolean isPerhapsOf(String form, String locationId) {
        return submissions.locationOfForm(form).map(locationId::equals).orElse(true);
    }
}
