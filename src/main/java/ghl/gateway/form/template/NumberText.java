package ghl.gateway.form.template;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parses numbers and amounts as people write them: {@code 1250}, {@code 1,250.50}, {@code 1.250,50 €}, {@code CHF 1'250.-}.
 * What can be read in two ways, such as {@code 1.250}, is read as the location's country writes it; an amount of money has no
 * thousandths.
 */
public final class NumberText {

    private static final int MAX_LENGTH = 40;

    private static final String CURRENCY = "(?:\\p{L}{0,3}\\p{Sc}|\\p{L}{2,7}\\.?)";

    private static final Pattern AMOUNT =
            Pattern.compile("(?<before>" + CURRENCY + ")?\\s?(?<minus>[-+])?\\s?(?<inside>" + CURRENCY
                    + ")?\\s?(?<number>\\d(?:[\\d., ']*\\d)?)(?:[.,]\\s?-{1,2})?\\s?(?<after>" + CURRENCY + ")?");

    private static final Pattern WHOLE = Pattern.compile("\\d{1,15}");
    private static final Pattern DECIMAL =
            Pattern.compile("(?<whole>\\d{1,15})(?<separator>[.,])(?<fraction>\\d{1,10})");
    private static final Pattern GROUPED =
            Pattern.compile("(?<whole>\\d{1,3}([., '])\\d{3}(\\2\\d{3}){0,3})((?!\\2)[.,](?<fraction>\\d{1,10}))?");
    private static final Pattern GROUPED_BY_LAKH =
            Pattern.compile("(?<whole>\\d{1,2}(,\\d{2}){1,5},\\d{3})(\\.(?<fraction>\\d{1,10}))?");

    private static final int GROUP = 3;

    private static final Set<String> CURRENCY_NAMES = Set.of(
            "KR", "ZŁ", "KČ", "FT", "FR", "SFR", "RS", "RP", "RM", "LEI", "ЛВ", "EURO", "EUROS", "DOLLAR", "DOLLARS",
            "PFUND", "POUND", "POUNDS", "FRANKEN", "FRANCS", "PESOS");

    private static final Set<String> CURRENCY_CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private NumberText() {}

    /**
     * Empty for text that is not a number.
     *
     * @param country two-letter code or null; requested only when the text can be read in two ways
     */
    public static Optional<BigDecimal> parse(String text, Supplier<String> country) {
        Matcher amount = AMOUNT.matcher(text.length() > MAX_LENGTH ? "" : plain(text));
        if (!amount.matches()) {
            return Optional.empty();
        }
        boolean isMoney = false;
        for (String part : new String[] {"before", "inside", "after"}) {
            String currency = amount.group(part);
            if (currency != null && !isCurrency(currency)) {
                return Optional.empty();
            }
            isMoney |= currency != null;
        }
        return number(amount.group("number"), isMoney, country)
                .map(number -> "-".equals(amount.group("minus")) ? number.negate() : number);
    }

    /** The number with a decimal point, so that it is read as the same number again in that country. */
    public static Optional<String> canonical(String text, Supplier<String> country) {
        return parse(text, country).map(number -> {
            String plain = number.toPlainString();
            boolean isSame = parse(plain, country)
                    .filter(again -> again.compareTo(number) == 0)
                    .isPresent();
            return isSame ? plain : plain + "0";
        });
    }

    private static Optional<BigDecimal> number(String text, boolean isMoney, Supplier<String> country) {
        if (WHOLE.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
        }
        Matcher decimal = DECIMAL.matcher(text);
        if (decimal.matches() && !isGroup(decimal, isMoney, country)) {
            return Optional.of(number(decimal));
        }
        Matcher grouped = GROUPED.matcher(text);
        if (grouped.matches()) {
            return Optional.of(number(grouped));
        }
        Matcher byLakh = GROUPED_BY_LAKH.matcher(text);
        return byLakh.matches() ? Optional.of(number(byLakh)) : Optional.empty();
    }

    private static BigDecimal number(Matcher parts) {
        String fraction = parts.group("fraction");
        return new BigDecimal(parts.group("whole").replaceAll("\\D", "") + (fraction == null ? "" : "." + fraction));
    }

    /** Whether the digits after the separator are a group of thousands. */
    private static boolean isGroup(Matcher decimal, boolean isMoney, Supplier<String> country) {
        String whole = decimal.group("whole");
        boolean canBeGroup =
                decimal.group("fraction").length() == GROUP && whole.length() <= GROUP && !whole.startsWith("0");
        return canBeGroup
                && (isMoney
                        || decimal.group("separator").charAt(0) != CountryConventions.decimalSeparator(country.get()));
    }

    private static boolean isCurrency(String mark) {
        String name = mark.replace(".", "").toUpperCase(Locale.ROOT);
        return name.codePoints().anyMatch(sign -> Character.getType(sign) == Character.CURRENCY_SYMBOL)
                || CURRENCY_CODES.contains(name)
                || CURRENCY_NAMES.contains(name);
    }

    /** With ASCII digits, blanks, dashes and apostrophes. */
    private static String plain(String text) {
        String normalized = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("[\\p{Pd}\\u2212]", "-")
                .replaceAll("[\\u2018\\u2019\\u02BC\\u00B4`]", "'")
                .strip();
        StringBuilder plain = new StringBuilder();
        normalized
                .codePoints()
                .map(character -> Character.isDigit(character) ? '0' + Character.digit(character, 10) : character)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
