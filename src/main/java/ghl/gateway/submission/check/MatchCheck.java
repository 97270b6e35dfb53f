package ghl.gateway.submission.check;

import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.submission.input.ContactMatchInput;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.step.ContactMatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the match of a contact. */
@ApplicationScoped
public class MatchCheck {

    private final EmailAddresses emailAddresses;

    MatchCheck(EmailAddresses emailAddresses) {
        this.emailAddresses = emailAddresses;
    }

    /**
     * The match of an operator's input, normalised like those of submissions.
     *
     * @throws InvalidInputException with all problems
     */
    public ContactMatch person(ContactMatchInput person, LocationFacts facts) {
        Problems problems = new Problems();
        ContactMatch match = read(person, facts, problems);
        if (!problems.all().isEmpty()) {
            throw new InvalidInputException(problems.all().stream()
                    .map(problem -> problem.path().get(problem.path().size() - 1) + " " + problem.message())
                    .map(sentence -> sentence.replaceFirst("^input ", "person "))
                    .collect(Collectors.joining("; ")));
        }
        return match;
    }

    /** The match. Invalid fields are null and reported as problems. */
    ContactMatch read(ContactMatchInput match, LocationFacts facts, Problems problems) {
        long given = Stream.of(match.id(), match.email(), match.phone())
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            problems.add(UserErrorCode.REQUIRED, "must have exactly one of id, email and phone");
            return new ContactMatch(null, null, null);
        }
        if (match.id() != null) {
            Texts.id(match.id(), problems.at("id"));
        }
        return new ContactMatch(
                match.id(),
                match.email() == null ? null : emailAddresses.read(match.email(), problems.at("email")),
                match.phone() == null ? null : PhoneNumbers.read(match.phone(), facts, problems.at("phone")));
    }
}
