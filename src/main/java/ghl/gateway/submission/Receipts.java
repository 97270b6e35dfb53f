package ghl.gateway.submission;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.SubmissionStep;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import ghl.gateway.submission.step.CrmAnswer;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Builds the receipts of submissions. */
public final class Receipts {

    private Receipts() {}

    static SubmitFormPayload payload(JournaledSubmission submission, boolean replayed) {
        List<Task> tasks = answers(submission, CrmAnswer::task);
        List<Note> notes = answers(submission, CrmAnswer::note);
        Contact contact = last(answers(submission, CrmAnswer::contact));
        List<String> tags = last(answers(submission, CrmAnswer::tags));
        return new SubmitFormPayload(
                receipt(submission, replayed), contact, orNull(tasks), orNull(notes), tags, null, List.of());
    }

    public static Submission receipt(JournaledSubmission submission, boolean replayed) {
        SubmissionState state = submission.state();
        return new Submission(
                submission.id(),
                submission.form(),
                state.status(),
                state.waitingFor(),
                state.reason(),
                replayed,
                state.contactOutcome(),
                state.contactId(),
                submission.steps().stream().map(Receipts::step).toList(),
                state.warnings(),
                submission.createdAt(),
                submission.updatedAt(),
                state.status() == SubmissionStatus.RUNNING ? null : state.nextAttemptAt(),
                state.settledAt(),
                submission.erasedAt(),
                submission.locationId());
    }

    private static SubmissionStep step(JournaledStep step) {
        return new SubmissionStep(
                step.number(),
                step.kind(),
                step.status(),
                step.attempts(),
                step.resultId(),
                step.error(),
                step.nextAttemptAt());
    }

    private static <T> List<T> answers(JournaledSubmission submission, Function<CrmAnswer, T> part) {
        return submission.steps().stream()
                .map(JournaledStep::answer)
                .filter(Objects::nonNull)
                .map(part)
                .filter(Objects::nonNull)
                .toList();
    }

    private static <T> T last(List<T> list) {
        return list.isEmpty() ? null : list.get(list.size() - 1);
    }

    private static <T> List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
