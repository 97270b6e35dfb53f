package ghl.gateway.submission.accept;

import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.SubmitFormInput;

/**
 * A received input.
 *
 * @param by the actor; owns the idempotency key
 * @param locationId location of the CRM it is written to
 * @param input as received: repeats are detected before mapping, so that edits of the form do not matter
 * @param isFromIntake whether repeats are detected by the answers alone: with the same key, or without keys within a short time
 * @param quarantined whether it is probable spam, which is stored but not delivered
 */
public record SubmissionRequest(
        Actor by,
        String locationId,
        SubmitFormInput input,
        InputMapper mapper,
        boolean isFromIntake,
        boolean quarantined) {

    /** An input without a form. */
    public static SubmissionRequest of(Actor by, String locationId, SubmitFormInput input) {
        return new SubmissionRequest(by, locationId, input, InputMapper.UNCHANGED, false, false);
    }
}
