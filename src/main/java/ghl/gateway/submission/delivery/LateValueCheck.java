package ghl.gateway.submission.delivery;

import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.Step;
import ghl.gateway.submission.step.ValueRestorer;
import ghl.gateway.submission.step.ValueRestorer.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Checks, some time after a submission is done, whether a call whose answer was lost set values back that later submissions have
 * set since. Values that someone changed in the CRM are left alone.
 */
@ApplicationScoped
class LateValueCheck {

    private final ContactHistory history;
    private final ValueRestorer restorer;

    LateValueCheck(ContactHistory history, ValueRestorer restorer) {
        this.history = history;
        this.restorer = restorer;
    }

    /** Whether a lost call of these steps may still set values. */
    static boolean isDue(List<JournaledStep> steps) {
        return steps.stream().anyMatch(LateValueCheck::mayHaveSetValues);
    }

    private static boolean mayHaveSetValues(JournaledStep step) {
        return step.lost() && Step.setsValues(step.kind());
    }

    Result run(DeliveryAttempt attempt) {
        JournaledSubmission submission = attempt.committed();
        return restorer.restore(
                ContactHistory.effects(submission, LateValueCheck::mayHaveSetValues),
                history.after(submission),
                attempt.context());
    }

    static Warning repaired(Set<String> names) {
        return new Warning(
                "REPAIRED",
                "The CRM carried out a lost call late, over what a later submission set. The values of the later one were set"
                        + " again: " + String.join(", ", names));
    }

    static Warning overwritten(Set<String> names) {
        return new Warning(
                "OVERWRITTEN",
                "The CRM carried out a lost call late, over what a later submission set, and did not take the later values"
                        + " again: " + String.join(", ", names));
    }
}
