package ghl.gateway.form.template;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Amounts for people: {@code 1,250.50}, {@code $1,250.50}. */
final class MoneyText {

    private MoneyText() {}

    /** As it was written when it is no number. @param currency none, or one ISO 4217 code */
    static String readable(String text, List<Object> currency) {
        String symbol = currency.isEmpty() ? "" : symbol(AnswerValues.text(currency.get(0)));
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.US));
        return NumberText.read(text)
                .map(amount -> spaced(symbol) + format.format(amount))
                .orElse(text);
    }

    private static String symbol(String code) {
        try {
            return Currency.getInstance(code).getSymbol(Locale.US);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + code + "' is no currency, such as 'USD'", e);
        }
    }

    /** A code stands apart, a sign does not. */
    private static String spaced(String symbol) {
        boolean isCode = !symbol.isEmpty() && Character.isLetter(symbol.charAt(symbol.length() - 1));
        return isCode ? symbol + " " : symbol;
    }
}
