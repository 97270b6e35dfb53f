package ghl.gateway.submission.check;

import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.submission.input.ContactMatchInput;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.step.ContactMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks what identifies a contact (e-mail address, phone number or id) and normalises it to the CRM's format. */
@ApplicationScoped
public class IdentifierCheck {

    /** The annotation alone accepts domains such as {@code example.com*} and {@code localhost}. */
    private record Address(
            @Email(regexp = "[^@]+@[\\p{L}\\p{M}\\p{N}.-]+\\.[\\p{L}\\p{M}\\p{N}-]+")
            String text) {}

    private final Validator validator;

    IdentifierCheck(Validator validator) {
        this.validator = validator;
    }

    /**
     * The match of an operator's input, normalised like those of submissions.
     *
     * @throws InvalidInputException with all problems
     */
    public ContactMatch person(ContactMatchInput person, LocationFacts facts) {
        Problems problems = new Problems();
        ContactMatch match = match(person, facts, problems);
        if (!problems.all().isEmpty()) {
            throw new InvalidInputException(problems.all().stream()
                    .map(problem -> problem.path().get(problem.path().size() - 1) + " " + problem.message())
                    .map(sentence -> sentence.replaceFirst("^input ", "person "))
                    .collect(Collectors.joining("; ")));
        }
        return match;
    }

    /** The match. Invalid fields are null and reported as problems. */
    ContactMatch match(ContactMatchInput match, LocationFacts facts, Problems problems) {
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
                match.email() == null ? null : email(match.email(), problems.at("email")),
                match.phone() == null ? null : phone(match.phone(), facts, problems.at("phone")));
    }

    /** Whether a text without surrounding blanks is an e-mail address. */
    public boolean isEmail(String text) {
        return text.length() <= EmailAddresses.MAX_LENGTH
                && validator.validate(new Address(text)).isEmpty();
    }

    /** Without invisible characters and surrounding blanks; null, with a problem reported, if it is not an e-mail address. */
    String email(String text, Problems problems) {
        String address = Texts.visible(text);
        if (address.isEmpty()) {
            problems.add(UserErrorCode.BLANK, Texts.IS_EMPTY);
        } else if (!isEmail(address)) {
            problems.add(UserErrorCode.INVALID, "is not an e-mail address");
        } else {
            return address;
        }
        return null;
    }

    /**
     * As E.164. National numbers are read in the location's country. A number that is not valid, but has a possible length, is
     * accepted: callers may know ranges that are newer than this gateway. Null, with a problem reported, if it is not a phone
     * number.
     */
    String phone(String text, LocationFacts facts, Problems problems) {
        if (text.isBlank()) {
            problems.add(UserErrorCode.BLANK, Texts.IS_EMPTY);
            return null;
        }
        Optional<PhoneNumbers.Reading> number =
                PhoneNumbers.read(text, () -> facts.location().country());
        if (number.isPresent()) {
            return number.get().e164();
        }
        String country =
                PhoneNumbers.isInternational(text) ? null : facts.location().country();
        problems.add(
                UserErrorCode.INVALID,
                country == null
                        ? "is not a phone number with its country code, such as +12125550101"
                        : "is not a phone number of the location's country (" + country
                                + "): include the country code, for example +12125550101");
        return null;
    }
}
