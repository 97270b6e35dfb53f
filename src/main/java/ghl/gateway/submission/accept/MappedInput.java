package ghl.gateway.submission.accept;

import ghl.gateway.submission.check.FormPurpose;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.Warning;
import java.util.List;
import java.util.stream.Stream;

/**
 * Result of mapping an input.
 *
 * @param input without answers
 * @param userErrors empty if it is valid
 * @param warnings for example answers that did not fit their field
 */
public record MappedInput(
        SubmitFormInput input, FormPurpose purpose, List<UserError> userErrors, List<Warning> warnings) {

    /** An invalid input. */
    public static MappedInput refused(SubmitFormInput input, List<UserError> userErrors) {
        return new MappedInput(input, FormPurpose.WRITE, userErrors, List.of());
    }

    /** With further warnings, after the present ones. */
    public MappedInput warned(List<Warning> further) {
        return new MappedInput(
                input,
                purpose,
                userErrors,
                Stream.concat(warnings.stream(), further.stream()).toList());
    }
}
