package ghl.gateway.submission.accept;

import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.input.SubmitFormInput;
import java.time.Instant;

/** How an input is read: what a named form makes of its answers. */
@FunctionalInterface
public interface InputMapper {

    /** The input says everything itself. */
    InputMapper LITERAL = (input, facts, now) -> MappedInput.literally(input);

    /**
     * @param facts of the location; each question may block and cost a call
     * @throws ghl.gateway.highlevel.call.UpstreamException when what is asked of the location cannot be told
     */
    MappedInput of(SubmitFormInput input, LocationFacts facts, Instant now);
}
