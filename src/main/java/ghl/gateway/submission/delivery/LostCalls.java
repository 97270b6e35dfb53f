package ghl.gateway.submission.delivery;

import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.OrderingKeyStore;
import ghl.gateway.submission.journal.OrderingKeyStore.LostCall;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.step.SetValues;
import ghl.gateway.submission.step.StepEffect;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Calls whose answer was lost a short while ago: the CRM may still carry them out, over what a later submission sets. */
@ApplicationScoped
class LostCalls {

    private final OrderingKeyStore orderingKeys;
    private final SubmissionStore submissions;
    private final SubmissionConfig config;

    LostCalls(OrderingKeyStore orderingKeys, SubmissionStore submissions, SubmissionConfig config) {
        this.orderingKeys = orderingKeys;
        this.submissions = submissions;
        this.config = config;
    }

    /** When the quiet period of the last lost call ends that set the same thing as this submission, to another value. */
    Optional<Instant> quietUntil(Transaction transaction, JournaledSubmission next, Instant now) {
        List<LostCall> lost = orderingKeys.findLostCalls(transaction, next, now.minus(config.quiet()));
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        List<SetValues> values = ContactHistory.effects(next, step -> step.status() != StepStatus.DONE).stream()
                .map(effect -> SetValues.of(effect.step()))
                .toList();
        return lost.stream()
                .filter(call -> collides(transaction, call, values))
                .map(call -> call.lostAt().plus(config.quiet()))
                .max(Comparator.naturalOrder());
    }

    private boolean collides(Transaction transaction, LostCall call, List<SetValues> values) {
        return submissions
                .find(transaction, call.submissionId())
                .map(earlier -> ContactHistory.effects(earlier, step -> isLost(step, call)))
                .orElse(List.of())
                .stream()
                .map(StepEffect::step)
                .map(SetValues::of)
                .anyMatch(lost -> values.stream().anyMatch(lost::collidesWith));
    }

    private static boolean isLost(JournaledStep step, LostCall call) {
        return step.number() == call.step();
    }
}
