package ghl.gateway.form.mapping;

import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.answer.LetterCase;
import ghl.gateway.submission.check.EmailAddresses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the person's e-mail address among answers that no question asks for. */
final class GuessedEmail {

    /** Part of a name, such as {@code organizer} and {@code owner_email}, whose address is not the person's. */
    private static final Pattern OTHER_PERSON = Pattern.compile(
            "(organi[sz]er|hosts?|owner|admin|location|workflow|account|company|business|site|agent|staff|team|assignedto"
                    + "|assignee|recipient|seller|vendor|support|from|sender|to|cc|bcc)(e?mail(address)?)?");

    /** Anywhere in a name, such as {@code Friend's e-mail} and {@code emergency_contact}. */
    private static final Pattern RELATION =
            Pattern.compile("spouse|partner|husband|wife|friend|parents?e?mail|mother|father|guardian"
                    + "|emergency|(?<!p)referr|colleague|coworker|manager|boss|landlord|lawyer");

    private GuessedEmail() {}

    /** The only address, however often and in whatever case it occurs; empty when there are several. */
    static Optional<String> find(Map<String, List<String>> answers, Predicate<String> isEmail) {
        Map<String, String> found = answers.entrySet().stream()
                .filter(answer -> !isOfOther(answer.getKey()))
                .flatMap(answer -> answer.getValue().stream())
                .filter(text -> text.indexOf('@') >= 0)
                .distinct()
                .flatMap(text -> EmailAddresses.only(text, isEmail).stream())
                .collect(Collectors.toMap(LetterCase::lower, text -> text, (first, other) -> first));
        Set<String> distinct = Set.copyOf(found.values());
        return distinct.size() == 1 ? distinct.stream().findFirst() : Optional.empty();
    }

    private static boolean isOfOther(String name) {
        return Arrays.stream(AnswerNames.normalize(name).split("\\."))
                .map(AnswerNames::key)
                .anyMatch(part -> OTHER_PERSON.matcher(part).matches()
                        || RELATION.matcher(part).find());
    }
}
