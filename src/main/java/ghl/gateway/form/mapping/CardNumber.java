package ghl.gateway.form.mapping;

import ghl.gateway.submission.check.PhoneNumbers;
import java.util.regex.Pattern;

/** Recognizes numbers of payment cards, whatever the answer's name. */
final class CardNumber {

    private static final Pattern CARD = Pattern.compile("[2-6]\\d{12,18}");
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\d)[ -](?=\\d)");
    private static final int BASE = 10;

    private CardNumber() {}

    /** A phone number without its plus is none, though one in ten has the right check digit. */
    static boolean isOne(String value) {
        String digits = BETWEEN.matcher(value.strip()).replaceAll("");
        return CARD.matcher(digits).matches()
                && luhnSum(digits) % BASE == 0
                && PhoneNumbers.find("+" + digits, () -> null).isEmpty();
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
