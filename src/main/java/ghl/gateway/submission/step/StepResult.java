package ghl.gateway.submission.step;

import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.receipt.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The result of one try of a step. */
public sealed interface StepResult {

    /**
     * The step is done.
     *
     * @param resultId id of the record that was created, found or changed; null if none exists
     * @param contactOutcome null unless the step determines the contact or deletes it
     */
    record Done(String resultId, ContactOutcome contactOutcome, CrmAnswer answer, List<Warning> warnings)
            implements StepResult {

        static Done of(String resultId, CrmAnswer answer) {
            return new Done(resultId, null, answer, List.of());
        }

        /**
         * The result of a repeated call whose first answer was lost. The first call may have deleted the record, so
         * ALREADY_GONE is dropped, or created the contact, so UPDATED becomes CREATED.
         */
        public Done afterLostAnswer(Instant firstIntentAt) {
            boolean isNew = contactOutcome == ContactOutcome.UPDATED
                    && answer.contact() != null
                    && EffectProbe.isAddedSince(firstIntentAt, answer.contact());
            return new Done(
                    resultId,
                    isNew ? ContactOutcome.CREATED : contactOutcome,
                    answer,
                    warnings.stream()
                            .filter(warning -> !warning.code().equals(Warning.ALREADY_GONE))
                            .toList());
        }
    }

    /**
     * The step may succeed later.
     *
     * @param waitFor what the next try waits for
     * @param maybeDone whether the call may have taken effect
     * @param retryAfter how long to wait; null if unknown
     */
    record TryAgain(StepError error, WaitReason waitFor, boolean maybeDone, Duration retryAfter)
            implements StepResult {}

    /** The CRM refused the step for good. */
    record Refused(StepError error) implements StepResult {

        /** Whether the refusal proves that nothing was done: another record is in the way, or one is missing. */
        public boolean isAboutAnotherRecord() {
            return error.code().equals("DUPLICATE_CONTACT") || error.code().equals("RECORD_NOT_FOUND");
        }

        /** Whether a later try may find the contact: the CRM's search lags behind its writes. */
        public boolean mayChange(Step step, StepError before) {
            return !error.equals(before)
                    && step instanceof Step.FindContact find
                    && find.match().id() == null;
        }
    }
}
