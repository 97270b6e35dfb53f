package ghl.gateway.intake.capture;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the answer that is the person's own e-mail address or phone number. Better none than that of the host or the owner
 * of the form: all leads would become one contact.
 *
 * @param isCalled whether a name says that it is one
 * @param fits whether a value is one, if the name says so
 * @param isEvident whether a value is one, whatever the name says
 * @param isLikely whether a value is one, if the name says nothing
 */
record SeenIdentifier(
        Predicate<NameWords> isCalled,
        Predicate<String> fits,
        Predicate<String> isEvident,
        Predicate<String> isLikely) {

    static SeenIdentifier email(Predicate<String> isEmail) {
        return new SeenIdentifier(NameWords::isEmail, isEmail, isEmail, isEmail);
    }

    static SeenIdentifier phone() {
        return new SeenIdentifier(
                NameWords::isPhone,
                SeenAnswer::isPhone,
                SeenAnswer::isInternationalPhone,
                value -> SeenAnswer.isInternationalPhone(value) || SeenAnswer.isFormattedPhone(value));
    }

    /** The best one: values count more than names, because a name may be in any language. */
    Optional<SeenAnswer> find(List<SeenAnswer> answers) {
        return answers.stream()
                .filter(answer -> isPossible(answer) || isPlain(answer))
                .min(Comparator.<SeenAnswer, Boolean>comparing(answer -> !isPossible(answer))
                        .thenComparing(answer -> answer.words().isSecond())
                        .thenComparing(answer -> !isPlain(answer))
                        .thenComparing(answer -> !isCalled.test(answer.words()))
                        .thenComparing(answer -> !answer.all(fits)));
    }

    /** Whether all values are e-mail addresses or phone numbers of the person, though perhaps not the one to use. */
    boolean matches(SeenAnswer answer) {
        return isPossible(answer) && answer.all(fits);
    }

    private boolean isPossible(SeenAnswer answer) {
        return isOfPerson(answer) && answer.any(required(answer.words()));
    }

    private Predicate<String> required(NameWords words) {
        if (isCalled.test(words)) {
            return fits;
        }
        return words.isPlaceholder() ? isLikely : isEvident;
    }

    /** Also without a fitting value: who tries a form out may type anything. */
    private boolean isPlain(SeenAnswer answer) {
        return isOfPerson(answer)
                && isCalled.test(answer.words())
                && answer.words().isPlain();
    }

    private static boolean isOfPerson(SeenAnswer answer) {
        NameWords words = answer.words();
        return !words.isOfOthers() && !words.isOfCompany() && !words.isTechnical();
    }
}
