package ghl.gateway.intake.capture;

import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.answer.Answers;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An answer of captured bodies.
 *
 * @param label its name as received
 * @param values of all bodies, without surrounding blanks
 */
record SeenAnswer(String label, NameWords words, List<String> values) {

    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().,/\\p{Pd}]+((ext\\.?|x|#) ?\\d+)?");
    private static final Pattern INTERNATIONAL = Pattern.compile("(\\+|00)\\s?[1-9][\\d\\s().,/\\p{Pd}]+");

    /** National numbers with separators as numbers have them, and neither dates, amounts nor order numbers. */
    private static final Pattern FORMATTED = Pattern.compile("(1[- .]?)?\\([2-9]\\d{2}\\)[ -]?\\d{3}[- .]\\d{4}"
            + "|[2-9]\\d{2}([-. ])[2-9]\\d{2}\\2\\d{4}"
            + "|\\(0\\d{1,4}\\)[ -]?\\d{2,8}([ -]\\d{2,5}){0,3}"
            + "|0[1-9]\\d{1,3}[ /]\\d{5,8}"
            + "|0[1-9]\\d{1,3} \\d{3,4} \\d{3,4}"
            + "|0[1-9](([ .])\\d{2})(\\5\\d{2}){3}");

    private static final int MIN_PHONE_DIGITS = 6;
    private static final int MAX_PHONE_DIGITS = 20;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,8})(\\.\\d{1,2})?");
    private static final Pattern YES_NO = Pattern.compile(
            "yes|no|true|false|on|off|1|0|ja|nein|nee|s[ií]|oui|non|はい|いいえ",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** One input of a question, such as a checkbox of Gravity Forms, whose value may be the number 1. */
    private static final Pattern INPUT = Pattern.compile("\\d+\\.\\d+");

    /** Names that a definition cannot tell apart are one answer. */
    static List<SeenAnswer> of(List<Captured> captured) {
        Map<String, SeenAnswer> seen = new LinkedHashMap<>();
        captured.stream().map(Captured::answers).forEach(answers -> answers.names()
                .forEach(name -> seen.computeIfAbsent(
                                AnswerNames.normalize(name),
                                any -> new SeenAnswer(name, NameWords.of(name), new ArrayList<>()))
                        .addAll(answers, name)));
        return List.copyOf(seen.values());
    }

    private void addAll(Answers answers, String name) {
        answers.values(name).forEach(value -> values.add(value.strip()));
    }

    boolean all(Predicate<String> fits) {
        return values.stream().allMatch(fits);
    }

    boolean any(Predicate<String> fits) {
        return values.stream().anyMatch(fits);
    }

    static boolean isPhone(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        return digits >= MIN_PHONE_DIGITS
                && digits <= MAX_PHONE_DIGITS
                && PHONE.matcher(value).matches();
    }

    static boolean isInternationalPhone(String value) {
        return isPhone(value) && INTERNATIONAL.matcher(value).matches();
    }

    static boolean isFormattedPhone(String value) {
        return isPhone(value) && FORMATTED.matcher(value).matches();
    }

    /** The type of an answer that is neither an e-mail address nor a phone number; empty for text. */
    Optional<String> type() {
        if (words.isConsent() && all(value -> YES_NO.matcher(value).matches())) {
            return Optional.of("yes_no");
        }
        if (!words.isPhone()
                && !INPUT.matcher(label).matches()
                && all(value -> NUMBER.matcher(value).matches())) {
            return Optional.of("number");
        }
        if (all(SeenAnswer::isDate)) {
            return Optional.of("date");
        }
        return any(value -> value.contains("\n")) ? Optional.of("long_text") : Optional.empty();
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
