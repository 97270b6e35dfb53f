package ghl.gateway.submission.step;

import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.receipt.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What came of one try of a step. */
public sealed interface StepResult {

    /** What the step's receipt says now. */
    StepStatus status();

    /**
     * It is done.
     *
     * @param resultId id of what was made, found or changed; null where there is none
     * @param contactOutcome null unless the step settles the contact, or deletes it
     */
    record Done(String resultId, ContactOutcome contactOutcome, CrmAnswer answer, List<Warning> warnings)
            implements StepResult {

        static Done of(String resultId, CrmAnswer answer) {
            return new Done(resultId, null, answer, List.of());
        }

        /** What the lost call has done is no surprise: something is gone already, or a contact is there since. */
        public Done afterLostAnswer(Instant firstIntentAt) {
            boolean isNew = contactOutcome == ContactOutcome.UPDATED
                    && answer.contact() != null
                    && EffectProbe.isSince(firstIntentAt, answer.contact());
            return new Done(
                    resultId,
                    isNew ? ContactOutcome.CREATED : contactOutcome,
                    answer,
                    warnings.stream()
                            .filter(warning -> !warning.code().equals(Warning.ALREADY_GONE))
                            .toList());
        }

        @Override
        public StepStatus status() {
            return StepStatus.DONE;
        }
    }

    /**
     * It may succeed later.
     *
     * @param waitFor what has to change before another try makes sense
     * @param maybeDone whether it may have taken effect although no usable answer came
     * @param retryAfter how long the CRM wants to be left alone; null when it does not say
     */
    record TryAgain(StepError error, WaitReason waitFor, boolean maybeDone, Duration retryAfter) implements StepResult {
        @Override
        public StepStatus status() {
            return maybeDone ? StepStatus.UNSURE : StepStatus.TODO;
        }
    }

    /** The CRM will not do it. */
    record Refused(StepError error) implements StepResult {

        /** Whether it says that the CRM did nothing: another record is in the way, or missing. */
        public boolean isAboutAnotherRecord() {
            return error.code().equals("DUPLICATE_CONTACT") || error.code().equals("RECORD_NOT_FOUND");
        }

        /** Whether it may be otherwise in a while: the CRM's search lags behind its writes. */
        public boolean mayChange(Step step, StepError before) {
            return !error.equals(before)
                    && step instanceof Step.FindContact find
                    && find.match().id() == null;
        }

        @Override
        public StepStatus status() {
            return StepStatus.REFUSED;
        }
    }
}
