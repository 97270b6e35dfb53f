package ghl.gateway.submission;

import ghl.gateway.submission.check.Purpose;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.Warning;
import java.util.List;

/**
 * What an input comes down to.
 *
 * @param input without answers
 * @param userErrors why it cannot be taken; empty when it can
 * @param warnings what did not fit its place
 */
public record Interpreted(SubmitFormInput input, Purpose purpose, List<UserError> userErrors, List<Warning> warnings) {

    static Interpreted literally(SubmitFormInput input) {
        return new Interpreted(input, Purpose.WRITE, List.of(), List.of());
    }

    /** It cannot be taken, and this is why. */
    public static Interpreted refused(SubmitFormInput input, List<UserError> userErrors) {
        return new Interpreted(input, Purpose.WRITE, userErrors, List.of());
    }
}
