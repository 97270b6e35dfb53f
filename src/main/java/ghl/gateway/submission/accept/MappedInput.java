package ghl.gateway.submission.accept;

import ghl.gateway.submission.check.FormPurpose;
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
public record MappedInput(
        SubmitFormInput input, FormPurpose purpose, List<UserError> userErrors, List<Warning> warnings) {

    static MappedInput literally(SubmitFormInput input) {
        return new MappedInput(input, FormPurpose.WRITE, List.of(), List.of());
    }

    /** It cannot be taken, and this is why. */
    public static MappedInput refused(SubmitFormInput input, List<UserError> userErrors) {
        return new MappedInput(input, FormPurpose.WRITE, userErrors, List.of());
    }
}
