package ghl.gateway.form.template;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Formats amounts such as {@code 1,250.50} and {@code $1,250.50}. */
final class MoneyText {

    private MoneyText() {}

    /**
     * Unchanged when the text is not a number.
     *
     * @param currency empty, or one ISO 4217 code
     * @param country see {@link NumberText#parse}
     */
    static String format(String text, List<Object> currency, Supplier<String> country) {
        String symbol = currency.isEmpty() ? "" : symbol(AnswerValues.text(currency.get(0)));
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.US));
        return NumberText.parse(text, country)
                .map(amount -> spaced(symbol) + format.format(amount))
                .orElse(text);
    }

    private static String symbol(String code) {
        try {
            return Currency.getInstance(code).getSymbol(Locale.US);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + code + "' is not an ISO 4217 currency code such as 'USD'", e);
        }
    }

    /** Separates a code such as CHF from the amount; a sign such as $ needs no space. */
    private static String spaced(String symbol) {
        boolean isCode = !symbol.isEmpty() && Character.isLetter(symbol.charAt(symbol.length() - 1));
        return isCode ? symbol + " " : symbol;
    }
}
