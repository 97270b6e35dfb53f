package ghl.gateway.submission.accept;

import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.input.SubmitFormInput;
import java.time.Instant;

/** Maps an input to what is written to the CRM, for example the answers of a form. */
@FunctionalInterface
public interface InputMapper {

    /** For inputs without answers. */
    InputMapper UNCHANGED = (input, facts, now) -> MappedInput.unchanged(input);

    /**
     * @param facts of the location; each access may block and cost a call
     * @throws ghl.gateway.highlevel.call.UpstreamException if a fact is needed and the CRM does not answer
     */
    MappedInput map(SubmitFormInput input, LocationFacts facts, Instant now);
}
