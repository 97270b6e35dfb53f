package ghl.gateway.intake;

import ghl.gateway.form.FilledForm;
import ghl.gateway.form.FilledForm.MissingAnswerPolicy;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.Forms;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.capture.Captures;
import ghl.gateway.intake.link.Links;
import ghl.gateway.intake.sender.ReceivedAnswers;
import ghl.gateway.intake.sender.Senders;
import ghl.gateway.publicform.IntakeRefusedException;
import ghl.gateway.publicform.NextPage;
import ghl.gateway.publicform.PublicForms;
import ghl.gateway.publicform.PublicPage;
import ghl.gateway.submission.input.SubmissionContextInput;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Receives forms: authenticates the sender, extracts the answers, and submits them as the form's definition says. */
@ApplicationScoped
class Intake {

    private static final int MAX_URL_LENGTH = 2000;
    private static final String IDEMPOTENCY_KEY = "idempotency-key";

    private final Forms forms;
    private final SenderAuthenticator authenticator;
    private final PublicForms publicForms;
    private final FormSubmissions submissions;
    private final Links links;
    private final Captures captures;

    Intake(
            Forms forms,
            SenderAuthenticator authenticator,
            PublicForms publicForms,
            FormSubmissions submissions,
            Links links,
            Captures captures) {
        this.forms = forms;
        this.authenticator = authenticator;
        this.publicForms = publicForms;
        this.submissions = submissions;
        this.links = links;
        this.captures = captures;
    }

    /**
     * A request whose body is worth reading.
     *
     * @param form null when the body is only captured
     * @param sender null when the body is only captured
     * @param captures whether capture is open for the form
     * @param tooOften whether a public page's rate is exceeded, so that a captcha must decide
     */
    record Admission(FormPost post, FormDefinition form, Sender sender, boolean captures, boolean tooOften) {}

    /** Decides by everything but the body. @return fails with {@link IntakeRefusedException} */
    Uni<Admission> admit(FormPost post) {
        return onWorker(() -> admission(post));
    }

    /**
     * Receives a form. Stores nothing when it fails.
     *
     * @return fails with {@link IntakeRefusedException}, {@link ghl.gateway.intake.body.MalformedBodyException}, or as {@link
     *     FormSubmissions#submit(FilledForm)}
     */
    Uni<IntakeResult> receive(Admission admission, RequestBody body) {
        return onWorker(() -> read(admission, body))
                .chain(received -> received.isEmpty()
                        ? Uni.createFrom().item(new IntakeResult(null, List.of(), null))
                        : submit(admission, received.get()));
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
            return new Admission(post, null, null, true, false);
        }
        if (form == null) {
            throw IntakeRefusedException.notFound();
        }
        if (isCapturing && !authenticator.accepts(post, form)) {
            return new Admission(post, null, null, true, false);
        }
        Sender sender = authenticator.authenticate(post, form);
        boolean tooOften = sender.isPage() && publicForms.admit(sender.page(), post.client());
        return new Admission(post, form, sender, isCapturing, tooOften);
    }

    /** Empty when the body was only captured. */
    private Optional<ReceivedAnswers> read(Admission admission, RequestBody body) {
        if (admission.captures()) {
            captures.capture(admission.post().form(), body);
        }
        if (admission.form() == null) {
            return Optional.empty();
        }
        authenticator.verify(admission.sender(), body);
        return Optional.of(Senders.read(admission.sender().type(), body, Questions.of(admission.form())));
    }

    /** Runs before any lookup, so that a key for one form reveals nothing about others. */
    private static void checkKeyIsFor(FormPost post) {
        if (post.credentials().key() != null
                && !post.form().equals(post.credentials().key().form())) {
            throw IntakeRefusedException.forbidden("This key is for a different form");
        }
    }

    private Uni<IntakeResult> submit(Admission admission, ReceivedAnswers received) {
        FormPost post = admission.post();
        Answers answers = received.answers();
        boolean isPage = admission.sender().isPage();
        FilledForm filled = new FilledForm(
                admission.form(),
                answers,
                context(post, received),
                isPage ? ownKey(post) : key(admission, received),
                isPage ? MissingAnswerPolicy.REJECT : MissingAnswerPolicy.WARN,
                List.of(),
                false);
        if (!isPage) {
            return submissions.submit(filled).map(payload -> result(payload, null));
        }
        PublicPage page = admission.sender().page();
        return publicForms
                .submit(page, post.client(), filled, admission.tooOften())
                .map(payload -> result(payload, next(payload, answers, page.next())));
    }

    /** What the body says, and the header's page when the body names none. Null when nothing is known. */
    private static SubmissionContextInput context(FormPost post, ReceivedAnswers received) {
        SubmissionContextInput said = received.context();
        String referer = post.headers().get("referer");
        boolean isPageKnown = said != null && said.pageUrl() != null;
        if (isPageKnown || referer == null || referer.length() > MAX_URL_LENGTH) {
            return said;
        }
        return said == null
                ? new SubmissionContextInput(referer, null, null, null, null, null)
                : new SubmissionContextInput(
                        referer, null, null, said.utmSource(), said.utmMedium(), said.utmCampaign());
    }

    private static IntakeResult result(SubmitFormPayload payload, String next) {
        return new IntakeResult(payload.submission(), payload.userErrors(), next);
    }

    private static String next(SubmitFormPayload payload, Answers answers, List<String> allowed) {
        return payload.submission() == null
                ? null
                : NextPage.find(answers, allowed, payload.submission().id()).orElse(null);
    }

    private static String key(Admission admission, ReceivedAnswers received) {
        String event = received.eventId();
        if (event != null) {
            return admission.sender().type().name().toLowerCase(Locale.ROOT) + " " + event;
        }
        String own = ownKey(admission.post());
        return own == null ? null : "sender " + own;
    }

    /** Null when the sender gives none: a blank one would be shared by all its forms. */
    private static String ownKey(FormPost post) {
        String key = post.headers().get(IDEMPOTENCY_KEY);
        return key == null || key.isBlank() ? null : key;
    }
}
