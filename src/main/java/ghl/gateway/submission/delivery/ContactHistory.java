package ghl.gateway.submission.delivery;

import ghl.gateway.storage.Database;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.step.StepEffect;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;

/** What the submissions of one contact did, as far as their content was not erased. */
@ApplicationScoped
class ContactHistory {

    private final Database database;
    private final SubmissionStore submissions;

    ContactHistory(Database database, SubmissionStore submissions) {
        this.database = database;
        this.submissions = submissions;
    }

    /** What submissions that were accepted before this one did to a contact, in order. */
    List<StepEffect> before(JournaledSubmission submission, String contactId) {
        return done(database.read(transaction -> submissions.ofContactBefore(transaction, submission, contactId)));
    }

    /** What submissions that were accepted after this one did to its contact, in order. */
    List<StepEffect> after(JournaledSubmission submission) {
        String contactId = submission.state().contactId();
        return contactId == null
                ? List.of()
                : done(database.read(transaction -> submissions.ofContactAfter(transaction, submission, contactId)));
    }

    private static List<StepEffect> done(List<JournaledSubmission> all) {
        return all.stream()
                .flatMap(submission -> effects(submission, step -> step.status() == StepStatus.DONE).stream())
                .toList();
    }

    /** What some steps of a submission did. */
    static List<StepEffect> effects(JournaledSubmission submission, Predicate<JournaledStep> which) {
        return submission.plan() == null
                ? List.of()
                : submission.steps().stream()
                        .filter(which)
                        .map(step -> new StepEffect(submission.plan().steps().get(step.number() - 1), step.answer()))
                        .toList();
    }
}
