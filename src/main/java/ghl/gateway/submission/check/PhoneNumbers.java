package ghl.gateway.submission.check;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads phone numbers as people write them. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** An extension, a second number or a remark is more than a number. */
    private static final Pattern ONLY_A_NUMBER = Pattern.compile("[+\\p{Nd}\\p{Z}\\p{Pd}\\s()./]*");

    /** The first sign of the number is its plus. */
    private static final Pattern INTERNATIONAL = Pattern.compile("[^+\\uFF0B\\p{Nd}]*[+\\uFF0B].*", Pattern.DOTALL);

    private static final Pattern EXIT_CODE = Pattern.compile("\\(?0\\s?0\\)?\\s?(?<rest>[1-9(].*)", Pattern.DOTALL);

    /** More digits than any number has, and the most text that the library reads. */
    private static final int MAX_LENGTH = 250;

    private static final int MAX_MATCH_TRIES = 20;

    /**
     * A number that was read from a text.
     *
     * @param isValid whether the number's range is in use; otherwise only its length fits
     * @param isGuessed whether it was read as international although the text has neither a plus nor 00
     * @param isWholeText whether the text is nothing but the number
     */
    public record Reading(PhoneNumber number, boolean isValid, boolean isGuessed, boolean isWholeText) {

        /** On an upsert, the CRM rejects other formats or fails to match them. It has no extension. */
        public String e164() {
            return NUMBERS.format(number, PhoneNumberFormat.E164);
        }

        /** For people. */
        public String international() {
            return NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL);
        }
    }

    private PhoneNumbers() {}

    /**
     * The number that a text as a whole is. National numbers are read in a country; what is no number there, but is one with a
     * plus before it, is read so.
     *
     * @param country two-letter code, or null; requested only for texts without a plus, and may cost a call
     */
    public static Optional<Reading> read(String text, Supplier<String> country) {
        boolean isNational = !isInternational(text);
        String region = isNational ? country.get() : null;
        boolean isNumber = ONLY_A_NUMBER.matcher(text).matches();
        Optional<PhoneNumber> whole = parse(text, region);
        Matcher exitCode = EXIT_CODE.matcher(text.strip());
        return whole.filter(NUMBERS::isValidNumber)
                .map(number -> new Reading(number, true, false, isNumber))
                .or(() -> exitCode.matches() ? valid("+" + exitCode.group("rest"), isNumber, false) : Optional.empty())
                .or(() -> isNational && isNumber && region != null ? valid("+" + text, true, true) : Optional.empty())
                .or(() -> whole.filter(PhoneNumbers::isPossible)
                        .map(number -> new Reading(number, false, false, isNumber)));
    }

    /** The first valid number among the words of a text. @param country see {@link #read} */
    public static Optional<Reading> firstIn(String text, Supplier<String> country) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String region = isInternational(text) ? null : country.get();
        Iterator<PhoneNumberMatch> found = NUMBERS.findNumbers(text, region, Leniency.VALID, MAX_MATCH_TRIES)
                .iterator();
        return found.hasNext() ? Optional.of(new Reading(found.next().number(), true, false, false)) : Optional.empty();
    }

    static boolean isInternational(String text) {
        return INTERNATIONAL.matcher(text).matches();
    }

    private static Optional<Reading> valid(String text, boolean isNumber, boolean isGuessed) {
        return parse(text, null)
                .filter(NUMBERS::isValidNumber)
                .map(number -> new Reading(number, true, isGuessed, isNumber));
    }

    private static boolean isPossible(PhoneNumber number) {
        return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }

    private static Optional<PhoneNumber> parse(String text, String region) {
        try {
            return Optional.of(NUMBERS.parse(text, region));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
