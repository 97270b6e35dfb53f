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

/** Takes what was posted to a form's address: who sends it, what was answered, and then as the form's definition says. */
@ApplicationScoped
class Intake {

    private final Forms forms;
    private final SenderAuthenticator recognition;
    private final PublicForms pages;
    private final FormSubmissions submissions;
    private final Links links;
    private final Captures captures;

    Intake(
            Forms forms,
            SenderAuthenticator recognition,
            PublicForms pages,
            FormSubmissions submissions,
            Links links,
            Captures captures) {
        this.forms = forms;
        this.recognition = recognition;
        this.pages = pages;
        this.submissions = submissions;
        this.links = links;
        this.captures = captures;
    }

    /**
     * Takes a form.
     *
     * @return fails with {@link IntakeRefusedException}, with {@link ghl.gateway.intake.body.MalformedBodyException}, and as {@link
     *     FormSubmissions#submit(FilledForm)} does; then nothing was kept
     */
    Uni<IntakeResult> receive(FormPost post) {
        return Uni.createFrom()
                .item(() -> opened(post))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(opened ->
                        opened == null ? Uni.createFrom().item(IntakeResult.captured()) : submit(post, opened));
    }

    /** What was posted, once it is known who did. */
    private record Opened(FormDefinition form, Sender sender, boolean tooOften, ReceivedAnswers flattened) {}

    /** Null when it was only kept to be looked at. */
    private Opened opened(FormPost post) {
        checkKeyIsFor(post);
        boolean captured = post.secret() != null
                && links.sender(post.form(), post.secret()).isPresent()
                && captures.capture(post.form(), post.posted());
        FormDefinition form = forms.find(post.form()).orElse(null);
        if (form == null && captured) {
            return null;
        }
        if (form == null) {
            throw IntakeRefusedException.notFound();
        }
        Sender sender = recognition.recognise(post, form);
        boolean tooOften = sender.isPage() && pages.admit(sender.page(), post.visitor());
        return new Opened(
                form, sender, tooOften, Senders.flattener(sender.type()).flatten(post.posted()));
    }

    /** Before anything is looked up: a key for one form tells nothing about others. */
    private static void checkKeyIsFor(FormPost post) {
        if (post.credentials().key() != null
                && !post.form().equals(post.credentials().key().form())) {
            throw IntakeRefusedException.forbidden("This key is for another form");
        }
    }

    private Uni<IntakeResult> submit(FormPost post, Opened opened) {
        Answers answers = opened.flattened().answers();
        SubmissionContextInput context = ContextReader.of(answers, post.posted().header("referer"));
        if (!opened.sender().isPage()) {
            return submissions
                    .submit(new FilledForm(
                            opened.form(),
                            answers,
                            context,
                            null,
                            key(post, opened),
                            MissingAnswerPolicy.WARNED,
                            false))
                    .map(payload -> IntakeResult.of(payload, null));
        }
        PublicPage page = opened.sender().page();
        PublicForms.Filled filled = new PublicForms.Filled(
                opened.form(), answers, context, null, post.posted().header("idempotency-key"), opened.tooOften());
        return pages.submit(page, post.visitor(), filled)
                .map(payload -> IntakeResult.of(payload, next(payload, answers, page.next())));
    }

    private static String next(SubmitFormPayload payload, Answers answers, List<String> allowed) {
        return payload.submission() == null
                ? null
                : NextPage.of(answers, allowed, payload.submission().id()).orElse(null);
    }

    private static String key(FormPost post, Opened opened) {
        String event = opened.flattened().eventId();
        if (event != null) {
            return opened.sender().type().name().toLowerCase(Locale.ROOT) + " " + event;
        }
        String own = post.posted().header("idempotency-key");
        return own == null || own.isBlank() ? null : "sender " + own;
    }
}
