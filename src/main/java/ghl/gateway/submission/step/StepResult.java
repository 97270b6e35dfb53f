package ghl.gateway.submission.step;

import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.Warning;
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

        @Override
        public StepStatus status() {
            return StepStatus.DONE;
        }
    }

    /**
     * It may succeed later.
     *
     * @param maybeDone whether it may have taken effect although no usable answer came
     */
    record TryAgain(StepError error, boolean maybeDone) implements StepResult {
        @Override
        public StepStatus status() {
            return maybeDone ? StepStatus.UNSURE : StepStatus.TODO;
        }
    }

    /** The CRM will not do it. */
    record Refused(StepError error) implements StepResult {
        @Override
        public StepStatus status() {
            return StepStatus.REFUSED;
        }
    }
}
