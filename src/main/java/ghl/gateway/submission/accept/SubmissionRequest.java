package ghl.gateway.submission.accept;

import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.SubmitFormInput;

/**
 * Something that came in.
 *
 * @param by on whose behalf; whose idempotency key it is
 * @param locationId where it goes
 * @param input as it came: a repeat is one that came the same, however forms were edited in between
 * @param isFromIntake whether its answers alone make it a repeat: under its key, or shortly after where it has none
 * @param quarantined whether it is taken for spam, and only kept
 */
public record SubmissionRequest(
        Actor by,
        String locationId,
        SubmitFormInput input,
        InputMapper interpretation,
        boolean isFromIntake,
        boolean quarantined) {

    /** An input that says everything itself. */
    public static SubmissionRequest of(Actor by, String locationId, SubmitFormInput input) {
        return new SubmissionRequest(by, locationId, input, InputMapper.LITERAL, false, false);
    }
}
