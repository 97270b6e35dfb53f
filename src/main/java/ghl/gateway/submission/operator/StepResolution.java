package ghl.gateway.submission.operator;

import ghl.gateway.contact.CrmId;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.StepKind;
import java.util.List;

/**
 * An operator's decision about a step whose answer was lost.
 *
 * @param done whether the step took effect
 * @param resultId the CRM's id of the record, if known; required for a contact that later steps need
 */
public record StepResolution(boolean done, String resultId) {

    public StepResolution {
        if (resultId != null && !CrmId.isOne(resultId)) {
            throw new InvalidInputException("resultId must be an id of the CRM: up to 100 letters, digits, - and _");
        }
        if (resultId != null && !done) {
            throw new InvalidInputException("resultId is allowed with done: true only");
        }
    }

    /** The submission's steps after the decision. */
    List<JournaledStep> steps(JournaledSubmission submission, JournaledStep step) {
        JournaledStep resolved = done ? step.done(resultOf(submission, step), null) : step.notDone();
        return submission.steps().stream()
                .map(other -> other.number() == step.number() ? resolved : other)
                .toList();
    }

    /** The submission's state after the decision, with the contact it names. */
    SubmissionState state(JournaledSubmission submission, JournaledStep step) {
        ContactOutcome outcome = outcome(step.kind());
        return !done || outcome == null
                ? submission.state()
                : submission.state().about(resultOf(submission, step), outcome);
    }

    private String resultOf(JournaledSubmission submission, JournaledStep step) {
        if (resultId != null || outcome(step.kind()) == null) {
            return resultId;
        }
        String known = submission.state().contactId();
        if (known == null) {
            throw new InvalidInputException(
                    "Step " + step.number() + " determines the contact: give the contact's id as resultId");
        }
        return known;
    }

    /**
     * Null for steps that neither determine nor delete the contact. After an upsert it is only known that the contact
     * exists.
     */
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
