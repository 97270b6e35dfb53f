package ghl.gateway.intake;

import ghl.gateway.form.FilledForm;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.Forms;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.Reading.Outcome;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.capture.Captures;
import ghl.gateway.intake.link.Links;
import ghl.gateway.intake.sender.ReceivedAnswers;
import ghl.gateway.intake.statistics.FormSources;
import ghl.gateway.log.LogPause;
import ghl.gateway.publicform.IntakeRefusedException;
import ghl.gateway.publicform.NextPage;
import ghl.gateway.publicform.PublicForms;
import ghl.gateway.publicform.PublicPage;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Receives forms: authenticates the sender, extracts the answers, and submits them as the form's definition says. */
@ApplicationScoped
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration LOG_PAUSE = Duration.ofHours(1);

    private static final List<UserError> NOTHING_ANSWERED = List.of(new UserError(
            UserErrorCode.REQUIRED,
            "At least one of the form's questions must be answered",
            List.of("input", "answers")));

    private final Forms forms;
    private final SenderAuthenticator authenticator;
    private final PublicForms publicForms;
    private final FormSubmissions submissions;
    private final Links links;
    private final Captures captures;
    private final FormSources sources;
    private final LogPause locationLines;

    Intake(
            Forms forms,
            SenderAuthenticator authenticator,
            PublicForms publicForms,
            FormSubmissions submissions,
            Links links,
            Captures captures,
            FormSources sources,
            Clock clock) {
        this.forms = forms;
        this.authenticator = authenticator;
        this.publicForms = publicForms;
        this.submissions = submissions;
        this.links = links;
        this.captures = captures;
        this.sources = sources;
        this.locationLines = new LogPause(clock, LOG_PAUSE);
    }

    /**
     * A request whose body is worth reading.
     *
     * @param form null when the body is only captured
     * @param sender null when the body is only captured
     * @param captures whether capture is open for the form
     * @param tooOften whether a public page's rate is exceeded, so that a captcha must decide
     */
    record Admission(FormPost post, FormDefinition form, Sender sender, boolean captures, boolean tooOften) {

        static Admission toCapture(FormPost post) {
            return new Admission(post, null, null, true, false);
        }

        /** Whether a form builder sends it: by a signature or a link, rather than by an access key or from a page. */
        boolean isWebhook() {
            return form == null || !sender.isPage() && post.credentials().caller() == null;
        }

        Admission of(Sender actual) {
            return new Admission(post, form, actual, captures, tooOften);
        }
    }

    /** Decides by everything but the body. @return fails with {@link IntakeRefusedException} */
    Uni<Admission> admit(FormPost post) {
        return onWorker(() -> admission(post));
    }

    /**
     * Receives a form. Stores nothing when it fails.
     *
     * @return fails with {@link IntakeRefusedException}, {@link MalformedBodyException} for pages, {@link
     *     ghl.gateway.submission.accept.QuarantineFullException}, or as {@link FormSubmissions#submit(FilledForm)}
     */
    Uni<IntakeResult> receive(Admission admission, RequestBody body) {
        return onWorker(() -> verified(admission, body))
                .chain(verified -> result(verified, body, read(verified, body)));
    }

    private static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Admission admission(FormPost post) {
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

    /** Captures the body, and names the sender that it proves. */
    private Admission verified(Admission admission, RequestBody body) {
        if (admission.captures()) {
            captures.capture(admission.post().form(), body);
        }
        return admission.form() == null
                ? admission
                : admission.of(authenticator.verify(admission.sender(), admission.form(), body));
    }

    private Reading read(Admission admission, RequestBody body) {
        if (admission.form() == null) {
            return Reading.CAPTURED;
        }
        Sender sender = admission.sender();
        try {
            return Reading.of(admission.form(), sender.type(), body);
        } catch (MalformedBodyException malformed) {
            if (sender.isPage()) {
                sources.rejected(admission.form().name(), sender.type());
                throw malformed;
            }
            return Reading.malformed(malformed.getMessage());
        }
    }

    /** Runs before any lookup, so that a key for one form reveals nothing about others. */
    private static void checkKeyIsFor(FormPost post) {
        if (post.credentials().key() != null
                && !post.form().equals(post.credentials().key().form())) {
            throw IntakeRefusedException.forbidden("This key is for a different form");
        }
    }

    private Uni<IntakeResult> result(Admission admission, RequestBody body, Reading reading) {
        if (reading.outcome() == Outcome.CAPTURED) {
            return Uni.createFrom().item(IntakeResult.CAPTURED);
        }
        if (admission.sender().isPage()) {
            return submitPage(admission, reading);
        }
        return switch (reading.outcome()) {
            case IGNORED -> ignore(admission, reading);
            case UNREADABLE -> park(admission, body, reading);
            default -> submit(admission, body, reading.received());
        };
    }

    /** What a form builder cannot correct, such as an event ID that was used for other answers, is kept for a person. */
    private Uni<IntakeResult> submit(Admission admission, RequestBody body, ReceivedAnswers received) {
        FilledForm filled = ReceivedForms.ofSender(
                admission.form(), admission.sender().type(), admission.post().headers(), received);
        return submissions.submit(filled).chain(payload -> {
            if (payload.submission() == null && admission.isWebhook()) {
                return park(admission, body, Reading.refused(payload.userErrors()));
            }
            count(admission, received, payload);
            return Uni.createFrom().item(result(payload, null));
        });
    }

    private Uni<IntakeResult> ignore(Admission admission, Reading reading) {
        sources.ignored(admission.form().name(), admission.sender().type());
        return Uni.createFrom().item(IntakeResult.ignored(reading.reason()));
    }

    /** Keeps the body, which a person can read again once the form's definition is corrected. */
    private Uni<IntakeResult> park(Admission admission, RequestBody body, Reading reading) {
        SenderType sender = admission.sender().type();
        String event = reading.received() == null ? null : ReceivedForms.eventKey(sender, reading.received());
        return submissions
                .park(admission.form(), KeptBodies.keep(sender, body), event, reading.reason())
                .invoke(() -> sources.unreadable(admission.form().name(), sender))
                .map(receipt -> IntakeResult.accepted(receipt, null));
    }

    /** A page without an answer is refused, because its reader can correct it. */
    private Uni<IntakeResult> submitPage(Admission admission, Reading reading) {
        boolean requiresAnswer = admission.form().answers().stream().anyMatch(AnswerDefinition::required);
        if (reading.outcome() != Outcome.ANSWERS && !requiresAnswer) {
            sources.rejected(admission.form().name(), admission.sender().type());
            return Uni.createFrom().item(IntakeResult.invalid(NOTHING_ANSWERED));
        }
        ReceivedAnswers received = reading.received();
        PublicPage page = admission.sender().page();
        FilledForm filled =
                ReceivedForms.ofPage(admission.form(), admission.post().headers(), received);
        return publicForms
                .submit(
                        page,
                        admission.post().client(),
                        filled,
                        admission.tooOften(),
                        payload -> count(admission, received, payload))
                .map(payload -> result(payload, next(payload, received.answers(), page.next())));
    }

    /** @param payload the full receipt, also for pages */
    private void count(Admission admission, ReceivedAnswers received, SubmitFormPayload payload) {
        sources.submitted(admission.form(), admission.sender().type(), received, payload);
    }

    private static IntakeResult result(SubmitFormPayload payload, String next) {
        return payload.submission() == null
                ? IntakeResult.invalid(payload.userErrors())
                : IntakeResult.accepted(payload.submission(), next);
    }

    private static String next(SubmitFormPayload payload, Answers answers, List<String> allowed) {
        return payload.submission() == null
                ? null
                : NextPage.find(answers, allowed, payload.submission().id()).orElse(null);
    }
}
