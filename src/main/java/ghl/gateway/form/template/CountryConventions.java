package ghl.gateway.form.template;

import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How countries write numbers and dates. A country is a two-letter code; null is unknown. */
final class CountryConventions {

    private static final Set<String> MONTH_FIRST =
            Set.of("US", "PH", "PR", "GU", "VI", "AS", "MP", "UM", "FM", "MH", "PW");

    /** Both orders are common. */
    private static final Set<String> EITHER_ORDER = Set.of("CA");

    private static final Map<String, Boolean> DECIMAL_COMMA = new ConcurrentHashMap<>();

    private CountryConventions() {}

    /** The decimal separator of most of the country's languages; a point where it is unknown. */
    static char decimalSeparator(String country) {
        boolean isComma =
                country != null && DECIMAL_COMMA.computeIfAbsent(country, CountryConventions::prefersDecimalComma);
        return isComma ? ',' : '.';
    }

    private static boolean prefersDecimalComma(String country) {
        int balance = Arrays.stream(NumberFormat.getAvailableLocales())
                .filter(locale -> locale.getCountry().equals(country))
                .mapToInt(locale -> DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? 1 : -1)
                .sum();
        return balance > 0;
    }

    static boolean isMonthFirst(String country) {
        return country != null && MONTH_FIRST.contains(country);
    }

    static boolean isDayFirst(String country) {
        return country != null && !MONTH_FIRST.contains(country) && !EITHER_ORDER.contains(country);
    }
}
