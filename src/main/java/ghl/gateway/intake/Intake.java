package ghl.gateway.intake;

import ghl.gateway.form.FilledForm;
import ghl.gateway.form.FormSubmissions;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.Reading.Outcome;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.ReceivedAnswers;
import ghl.gateway.intake.statistics.FormSources;
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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Receives forms: authenticates the sender, extracts the answers, and submits them as the form's definition says. */
@ApplicationScoped
class Intake {

    private static final List<UserError> NOTHING_ANSWERED = List.of(new UserError(
            UserErrorCode.REQUIRED,
            "At least one of the form's questions must be answered",
            List.of("input", "answers")));

    private final Admissions admissions;
    private final ReadingTurns turns;
    private final PublicForms publicForms;
    private final FormSubmissions submissions;
    private final FormSources sources;

    Intake(
            Admissions admissions,
            ReadingTurns turns,
            PublicForms publicForms,
            FormSubmissions submissions,
            FormSources sources) {
        this.admissions = admissions;
        this.turns = turns;
        this.publicForms = publicForms;
        this.submissions = submissions;
        this.sources = sources;
    }

    /** @return fails as {@link Admissions#admit} */
    Uni<Admission> admit(FormPost post) {
        return onWorker(() -> admissions.admit(post));
    }

    /** @return fails as {@link Admissions#verify} */
    Uni<Admission> verify(Admission admission, RequestBody body) {
        return onWorker(() -> turns.read(body, () -> admissions.verify(admission, body)));
    }

    /**
     * Receives a form. Stores nothing when it fails.
     *
     * @param verified the result of {@link #verify}
     * @return fails with {@link IntakeRefusedException}, {@link MalformedBodyException} for pages, {@link
     *     ghl.gateway.submission.accept.QuarantineFullException}, or as {@link FormSubmissions#submit(FilledForm)}
     */
    Uni<IntakeResult> receive(Admission verified, RequestBody body) {
        return onWorker(() -> turns.read(body, () -> read(verified, body)))
                .chain(reading -> result(verified, body, reading));
    }

    private static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Reading read(Admission admission, RequestBody body) {
        if (admission.form() == null) {
            return Reading.CAPTURED;
        }
        SenderType sender = admission.sender().type();
        if (!admission.sender().isPage()) {
            return Reading.ofProven(admission.form(), sender, body);
        }
        try {
            return Reading.of(admission.form(), sender, body);
        } catch (MalformedBodyException malformed) {
            sources.rejected(admission.form().name(), sender);
            throw malformed;
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

    /** What a form builder cannot correct is kept for a person. */
    private Uni<IntakeResult> submit(Admission admission, RequestBody body, ReceivedAnswers received) {
        SenderType sender = admission.sender().type();
        Map<String, String> headers = admission.post().headers();
        FilledForm filled = admission.isWebhook()
                ? ReceivedForms.ofSender(admission.form(), sender, headers, received)
                : ReceivedForms.ofCaller(admission.form(), sender, headers, received);
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
