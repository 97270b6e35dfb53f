package ghl.gateway.intake;

import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.Forms;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.capture.Captures;
import ghl.gateway.intake.link.Links;
import ghl.gateway.log.LogPause;
import ghl.gateway.publicform.IntakeRefusedException;
import ghl.gateway.publicform.PublicForms;
import ghl.gateway.time.Steady;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Decides which requests are read: by everything but the body, and then by its signature. Blocks. */
@ApplicationScoped
class Admissions {

    private static final Logger LOG = Logger.getLogger(Admissions.class);
    private static final Duration LOG_PAUSE = Duration.ofHours(1);

    private final Forms forms;
    private final SenderAuthenticator authenticator;
    private final PublicForms publicForms;
    private final FormSubmissions submissions;
    private final Links links;
    private final Captures captures;
    private final LogPause locationLines;

    Admissions(
            Forms forms,
            SenderAuthenticator authenticator,
            PublicForms publicForms,
            FormSubmissions submissions,
            Links links,
            Captures captures,
            @Steady Clock steadyClock) {
        this.forms = forms;
        this.authenticator = authenticator;
        this.publicForms = publicForms;
        this.submissions = submissions;
        this.links = links;
        this.captures = captures;
        this.locationLines = new LogPause(steadyClock, LOG_PAUSE);
    }

    /** Decides by everything but the body. @throws IntakeRefusedException when the body is not worth reading */
    Admission admit(FormPost post) {
        checkKeyIsFor(post);
        boolean isCapturing = post.secret() != null
                && links.sender(post.form(), post.secret()).isPresent()
                && captures.openUntil(post.form()).isPresent();
        FormDefinition form = forms.find(post.form()).orElse(null);
        if (form == null && isCapturing) {
            return Admission.toCapture(post);
        }
        if (form == null) {
            throw IntakeRefusedException.notFound();
        }
        if (isCapturing && !authenticator.accepts(post, form)) {
            return Admission.toCapture(post);
        }
        if (post.secret() == null) {
            requireLocation(form);
        }
        Sender sender = authenticator.authenticate(post, form);
        requireLocation(form);
        boolean tooOften = sender.isPage() && publicForms.admit(sender.page(), post.client());
        return new Admission(post, form, sender, isCapturing, tooOften);
    }

    /**
     * Captures the body, and names the sender that it proves.
     *
     * @throws IntakeRefusedException when it does not prove its sender
     */
    Admission verify(Admission admission, RequestBody body) {
        if (admission.captures()) {
            captures.capture(admission.post().form(), body);
        }
        return admission.form() == null
                ? admission
                : admission.of(authenticator.verify(admission.sender(), admission.form(), body));
    }

    /** Called after a link was checked, so that a wrong one does not reveal the form. */
    private void requireLocation(FormDefinition form) {
        if (submissions.locationOfForm(form.name()).isPresent()) {
            return;
        }
        if (locationLines.isOver(form.name())) {
            LOG.warnf(
                    "Form %s cannot be stored and is refused, because no location is known for it: set locationId in its"
                            + " definition, or HIGHLEVEL_LOCATION_ID",
                    form.name());
        }
        throw IntakeRefusedException.withoutLocation();
    }

    /** Runs before any lookup, so that a key for one form reveals nothing about others. */
    private static void checkKeyIsFor(FormPost post) {
        if (post.credentials().key() != null
                && !post.form().equals(post.credentials().key().form())) {
            throw IntakeRefusedException.forbidden("This key is for a different form");
        }
    }
}
