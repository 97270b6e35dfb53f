package ghl.gateway.form.mapping;

import java.util.regex.Pattern;

/** Recognizes numbers of payment cards, whatever the answer's name. */
final class CardNumber {

    /** By issuer and length, because one in ten other numbers has the right check digit. */
    private static final Pattern CARD = Pattern.compile(
            "4\\d{15}(\\d{3})?|(5[1-8]|2[2-7]|35|6\\d)\\d{14}|62\\d{15,17}" + "|3[47]\\d{13}|3(0|6|8|9)\\d{12}");

    private static final Pattern BETWEEN = Pattern.compile("(?<=\\d)[ -](?=\\d)");
    private static final int BASE = 10;

    private CardNumber() {}

    static boolean isOne(String value) {
        String digits = BETWEEN.matcher(value.strip()).replaceAll("");
        return CARD.matcher(digits).matches() && luhnSum(digits) % BASE == 0;
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int place = 1; place <= digits.length(); place++) {
            int digit = Character.digit(digits.charAt(digits.length() - place), BASE);
            int weighted = place % 2 == 0 ? 2 * digit : digit;
            sum += weighted / BASE + weighted % BASE;
        }
        return sum;
    }
}
