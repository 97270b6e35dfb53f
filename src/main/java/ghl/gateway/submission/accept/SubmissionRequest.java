package ghl.gateway.submission.accept;

import ghl.gateway.submission.check.FormPurpose;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.input.SubmitFormInput;
import java.time.Instant;
import java.util.List;

/**
 * A received input.
 *
 * @param by the actor; owns the idempotency key if the input names no form
 * @param locationId location of the CRM it is written to
 * @param input as received: repeats are detected before mapping, so that edits of the form do not matter
 * @param isFromIntake whether repeats are detected by the answers alone: with the same key or, without one, within
 *     {@code submission.derived-key.window}
 * @param quarantined whether it is probable spam, which is stored but not delivered
 * @param keyIdentifiesAnswers whether the same key is a repeat, without a look at the answers
 */
public record SubmissionRequest(
        Actor by,
        String locationId,
        SubmitFormInput input,
        InputMapper mapper,
        boolean isFromIntake,
        boolean quarantined,
        boolean keyIdentifiesAnswers) {

    /** Maps an input to what is written to the CRM, for example the answers of a form. */
    @FunctionalInterface
    public interface InputMapper {

        /**
         * @param facts of the location; each access may block and cost a call
         * @throws ghl.gateway.highlevel.call.UpstreamException if a fact is needed and the CRM does not answer
         */
        MappedInput map(SubmitFormInput input, LocationFacts facts, Instant now);
    }

    /** An input without a form, which is written as it is. */
    public static SubmissionRequest of(Actor by, String locationId, SubmitFormInput input) {
        InputMapper unchanged = (same, facts, now) -> new MappedInput(same, FormPurpose.WRITE, List.of(), List.of());
        return new SubmissionRequest(by, locationId, input, unchanged, false, false, false);
    }
}
