package ghl.gateway.submission.check;

import ghl.gateway.submission.receipt.UserErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;

/** Checks e-mail addresses. */
@ApplicationScoped
class EmailAddresses {

    private record Address(
            @Email(regexp = "[^@]+@[^@]+\\.[^@.]+") String text) {}

    private final Validator validator;

    EmailAddresses(Validator validator) {
        this.validator = validator;
    }

    /** Trimmed; null, with a problem reported, if it is not an e-mail address. */
    String read(String text, Problems problems) {
        String trimmed = text.trim();
        if (trimmed.isEmpty()) {
            problems.add(UserErrorCode.BLANK, "is empty: leave it out instead");
            return null;
        }
        if (!validator.validate(new Address(trimmed)).isEmpty()) {
            problems.add(UserErrorCode.INVALID, "is not an e-mail address");
            return null;
        }
        return trimmed;
    }
}
