package ghl.gateway.intake;

import ghl.gateway.form.FilledForm;
import ghl.gateway.form.FilledForm.MissingAnswerPolicy;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.Forms;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
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
import java.util.Objects;
import java.util.stream.Stream;

/** Receives forms: authenticates the sender, extracts the answers, and submits them as the form's definition says. */
@ApplicationScoped
class Intake {

    private static final int MAX_URL_LENGTH = 2000;

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
     * Receives a form. Stores nothing when it fails.
     *
     * @return fails with {@link IntakeRefusedException}, {@link ghl.gateway.intake.body.MalformedBodyException}, or as {@link
     *     FormSubmissions#submit(FilledForm)}
     */
    Uni<IntakeResult> receive(FormPost post) {
        return Uni.createFrom()
                .item(() -> read(post))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(read -> read == null
                        ? Uni.createFrom().item(new IntakeResult(null, List.of(), null))
                        : submit(post, read));
    }

    private record ReadForm(FormDefinition form, Sender sender, boolean tooOften, ReceivedAnswers received) {}

    /** Null when the body was only captured. */
    private ReadForm read(FormPost post) {
        checkKeyIsFor(post);
        boolean captured = post.secret() != null
                && links.sender(post.form(), post.secret()).isPresent()
                && captures.capture(post.form(), post.body());
        FormDefinition form = forms.find(post.form()).orElse(null);
        if (form == null && captured) {
            return null;
        }
        if (form == null) {
            throw IntakeRefusedException.notFound();
        }
        Sender sender = authenticator.authenticate(post, form);
        boolean tooOften = sender.isPage() && publicForms.admit(sender.page(), post.client());
        return new ReadForm(
                form, sender, tooOften, Senders.extractor(sender.type()).extract(post.body()));
    }

    /** Runs before any lookup, so that a key for one form reveals nothing about others. */
    private static void checkKeyIsFor(FormPost post) {
        if (post.credentials().key() != null
                && !post.form().equals(post.credentials().key().form())) {
            throw IntakeRefusedException.forbidden("This key is for a different form");
        }
    }

    private Uni<IntakeResult> submit(FormPost post, ReadForm read) {
        Answers answers = read.received().answers();
        boolean isPage = read.sender().isPage();
        FilledForm filled = new FilledForm(
                read.form(),
                answers,
                context(post, answers),
                null,
                isPage ? post.body().header("idempotency-key") : key(post, read),
                isPage ? MissingAnswerPolicy.REJECT : MissingAnswerPolicy.WARN,
                false);
        if (!isPage) {
            return submissions.submit(filled).map(payload -> result(payload, null));
        }
        PublicPage page = read.sender().page();
        return publicForms
                .submit(page, post.client(), filled, read.tooOften())
                .map(payload -> result(payload, next(payload, answers, page.next())));
    }

    /** The page's address, and UTM parameters that pages send as hidden fields; null when nothing is known. */
    private static SubmissionContextInput context(FormPost post, Answers answers) {
        String referer = post.body().header("referer");
        String page = referer == null || referer.length() > MAX_URL_LENGTH ? null : referer;
        String source = first(answers, "utm_source");
        String medium = first(answers, "utm_medium");
        String campaign = first(answers, "utm_campaign");
        return Stream.of(page, source, medium, campaign).allMatch(Objects::isNull)
                ? null
                : new SubmissionContextInput(page, null, null, source, medium, campaign);
    }

    private static String first(Answers answers, String name) {
        return answers.values(name).stream().findFirst().orElse(null);
    }

    private static IntakeResult result(SubmitFormPayload payload, String next) {
        return new IntakeResult(payload.submission(), payload.userErrors(), next);
    }

    private static String next(SubmitFormPayload payload, Answers answers, List<String> allowed) {
        return payload.submission() == null
                ? null
                : NextPage.find(answers, allowed, payload.submission().id()).orElse(null);
    }

    private static String key(FormPost post, ReadForm read) {
        String event = read.received().eventId();
        if (event != null) {
            return read.sender().type().name().toLowerCase(Locale.ROOT) + " " + event;
        }
        String own = post.body().header("idempotency-key");
        return own == null || own.isBlank() ? null : "sender " + own;
    }
}
