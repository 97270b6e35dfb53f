package ghl.gateway.submission.check;

import ghl.gateway.submission.input.ContactMatchInput;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.step.ContactMatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.stream.Stream;

/** Checks which contact is meant. */
@ApplicationScoped
class MatchCheck {

    private final EmailAddresses emailAddresses;

    MatchCheck(EmailAddresses emailAddresses) {
        this.emailAddresses = emailAddresses;
    }

    /** A match with holes where problems were told. */
    ContactMatch read(ContactMatchInput match, LocationFacts facts, Problems problems) {
        long given = Stream.of(match.id(), match.email(), match.phone())
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            problems.add(UserErrorCode.REQUIRED, "must have exactly one of id, email and phone");
            return new ContactMatch(null, null, null);
        }
        Texts.optional(match.id(), Texts.LINE, problems.at("id"));
        return new ContactMatch(
                match.id(),
                match.email() == null ? null : emailAddresses.read(match.email(), problems.at("email")),
                match.phone() == null ? null : PhoneNumbers.read(match.phone(), facts, problems.at("phone")));
    }
}
