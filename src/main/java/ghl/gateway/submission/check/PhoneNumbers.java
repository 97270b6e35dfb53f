package ghl.gateway.submission.check;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads phone numbers as people write them. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** An extension, a second number or a remark is more than a number. */
    private static final Pattern ONLY_A_NUMBER = Pattern.compile("[+\\p{Nd}\\p{Z}\\p{Pd}\\s()./]*");

    /** A plus or a digit. */
    private static final Pattern SIGN = Pattern.compile("[+\\uFF0B\\p{Nd}]");

    /** What spreadsheets and links put before a number. */
    private static final Pattern PREFIX = Pattern.compile("^(?:'|tel:)\\s*", Pattern.CASE_INSENSITIVE);

    /** A number that a spreadsheet or script took for one to calculate with. */
    private static final Pattern DECIMAL = Pattern.compile("^(\\+?\\d{7,15})\\.0$");

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

    private static final String TRUNK_ZERO = "0";

    /** In countries with a trunk zero, so many digits without one are rather a number of another country. */
    private static final int DIGITS_OF_OTHER_COUNTRY = 11;

    private static final Pattern EXIT_CODE = Pattern.compile("\\(?0\\s?0\\)?\\s?(?<rest>[1-9(].*)", Pattern.DOTALL);

    /** More digits than any number has, and the most text that the library reads. */
    private static final int MAX_LENGTH = 250;

    private static final int MAX_MATCH_TRIES = 20;

    /**
     * A number that was read from a text.
     *
     * @param isValid whether the number's range is in use; otherwise only its length fits
     * @param isGuessed whether its country was guessed, because the text has neither a plus nor the zeros that tell it
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
     * The number that a text as a whole is. National numbers are read in a country; what is no number there, or is rather one
     * with a plus before it, is read so.
     *
     * @param country two-letter code, or null; requested only for texts without a plus, and may cost a call
     */
    public static Optional<Reading> read(String received, Supplier<String> country) {
        String text = withoutAdditions(received);
        boolean isNational = !isInternational(text);
        String region = isNational ? country.get() : null;
        boolean isNumber = ONLY_A_NUMBER.matcher(text).matches();
        Optional<PhoneNumber> whole = parse(text, region);
        Optional<PhoneNumber> national = whole.filter(NUMBERS::isValidNumber);
        Optional<PhoneNumber> withPlus =
                isNational && isNumber && region != null ? valid("+" + text) : Optional.empty();
        Matcher exitCode = EXIT_CODE.matcher(text);
        if (national.isPresent() && withPlus.isPresent() && hasTrunkZero(region) && !withPlus.equals(national)) {
            return Optional.of(likelier(text, national.get(), withPlus.get(), region));
        }
        return national.map(number -> new Reading(number, true, false, isNumber))
                .or(() -> exitCode.matches()
                        ? valid("+" + exitCode.group("rest")).map(number -> new Reading(number, true, false, isNumber))
                        : Optional.empty())
                .or(() -> withPlus.map(number -> new Reading(number, true, true, true)))
                .or(() -> whole.filter(PhoneNumbers::isPossible)
                        .map(number -> new Reading(number, false, false, isNumber)));
    }

    private static String withoutAdditions(String received) {
        String text = PREFIX.matcher(Texts.visible(received)).replaceFirst("");
        return DECIMAL.matcher(text).replaceFirst("$1");
    }

    /**
     * Of a number without its trunk zero and one without its plus. The country's own code is rather a code than the beginning of an
     * area. Otherwise, a number of a mobile phone is national, and so is one of the only length that numbers of that country have.
     * Of the rest, many digits, or a code that stands apart, are those of another country.
     */
    private static Reading likelier(String text, PhoneNumber national, PhoneNumber withPlus, String region) {
        int code = withPlus.getCountryCode();
        boolean isOwn = code == NUMBERS.getCountryCodeForRegion(region);
        if (!isOwn && hasOneLength(national, region)) {
            return new Reading(national, true, false, true);
        }
        boolean isApart =
                first(DIGITS, text).filter(String.valueOf(code)::equals).isPresent();
        boolean isLong = text.codePoints().filter(Character::isDigit).count() >= DIGITS_OF_OTHER_COUNTRY;
        boolean isOther = NUMBERS.getNumberType(national) != PhoneNumberType.MOBILE && (isApart || isLong);
        return new Reading(isOwn || isOther ? withPlus : national, true, true, true);
    }

    private static boolean hasOneLength(PhoneNumber national, String region) {
        String digits = NUMBERS.getNationalSignificantNumber(national);
        return parse(digits.substring(0, digits.length() - 1), region)
                .filter(NUMBERS::isValidNumber)
                .isEmpty();
    }

    private static boolean hasTrunkZero(String region) {
        return TRUNK_ZERO.equals(NUMBERS.getNddPrefixForRegion(region, true));
    }

    /** A valid number: the whole text, or the first in it. @param country see {@link #read} */
    public static Optional<Reading> find(String text, Supplier<String> country) {
        return read(text, country).filter(Reading::isValid).or(() -> firstIn(text, country));
    }

    /** The first valid number among the words of a text. @param country see {@link #read} */
    private static Optional<Reading> firstIn(String received, Supplier<String> country) {
        String text = Texts.visible(received);
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String region = isInternational(text) ? null : country.get();
        Iterator<PhoneNumberMatch> found = NUMBERS.findNumbers(text, region, Leniency.VALID, MAX_MATCH_TRIES)
                .iterator();
        return found.hasNext() ? Optional.of(new Reading(found.next().number(), true, false, false)) : Optional.empty();
    }

    /** Whether a text begins with a plus, so that it needs no country. */
    public static boolean isInternational(String text) {
        return first(SIGN, text)
                .filter(sign -> !Character.isDigit(sign.codePointAt(0)))
                .isPresent();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).findFirst();
    }

    private static Optional<PhoneNumber> valid(String text) {
        return parse(text, null).filter(NUMBERS::isValidNumber);
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
