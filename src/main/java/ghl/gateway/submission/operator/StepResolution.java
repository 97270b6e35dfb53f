package ghl.gateway.submission.operator;

import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.StepKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person found out about a step whose answer was lost.
 *
 * @param done whether it took effect
 * @param resultId the CRM's id of what it made, where that is known; it is needed for a contact that later steps need
 */
public record StepResolution(boolean done, String resultId) {

    private static final String ID = "[A-Za-z0-9_-]{1,100}";

    public StepResolution {
        if (resultId != null && !resultId.matches(ID)) {
            throw new InvalidInputException("resultId must be an id of the CRM: letters, digits, - and _");
        }
        if (resultId != null && !done) {
            throw new InvalidInputException("resultId goes with done: true only");
        }
    }

    /** The steps with the decided one as it is now. */
    List<JournaledStep> steps(JournaledSubmission submission, JournaledStep step) {
        List<JournaledStep> steps = new ArrayList<>(submission.steps());
        steps.set(step.number() - 1, done ? step.done(madeBy(submission, step), null) : step.notDone());
        return List.copyOf(steps);
    }

    /** The submission's progress with what the decision says of its contact. */
    SubmissionState progress(JournaledSubmission submission, JournaledStep step) {
        ContactOutcome outcome = outcome(step.kind());
        return !done || outcome == null
                ? submission.progress()
                : submission.progress().about(madeBy(submission, step), outcome);
    }

    private String madeBy(JournaledSubmission submission, JournaledStep step) {
        if (resultId != null || outcome(step.kind()) == null) {
            return resultId;
        }
        String known = submission.progress().contactId();
        if (known == null) {
            throw new InvalidInputException(
                    "Step " + step.number() + " settles which contact this is about: give its id as resultId");
        }
        return known;
    }

    /** Null for steps that are not about the contact itself. Of an upsert is known only that it is there now. */
    private static ContactOutcome outcome(StepKind kind) {
        return switch (kind) {
            case FIND_CONTACT -> ContactOutcome.FOUND;
            case CREATE_CONTACT -> ContactOutcome.CREATED;
            case UPSERT_CONTACT, UPDATE_CONTACT -> ContactOutcome.UPDATED;
            case DELETE_CONTACT -> ContactOutcome.DELETED;
            default -> null;
        };
    }
}
