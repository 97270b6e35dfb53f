package ghl.gateway.sandbox.check;

import java.util.Optional;

/**
 * Telephone numbers as the vendor keeps them: E.164. How it cleans them is undocumented; decided here: formatting
 * is dropped, {@code 00} is a plus sign, and a national number gets the country's calling code in place of its trunk
 * zero.
 */
public final class Phone {

    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;

    private Phone() {}

    /** @param country two letters, or null: then a number without its country code is none */
    public static Optional<String> e164(String text, String country) {
        if (!text.matches("[+]?[0-9 ().\\-/]+")) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[^0-9]", "");
        if (text.startsWith("+")) {
            return complete(digits);
        }
        if (digits.startsWith("00")) {
            return complete(digits.substring(2));
        }
        return CallingCodes.of(country).flatMap(code -> complete(national(digits, code)));
    }

    /** The number as it is looked up: a bare national one is left alone and finds nothing. Reported. */
    public static String asSearched(String text) {
        return (text.startsWith("+") ? "+" : "") + text.replaceAll("[^0-9]", "");
    }

    private static String national(String digits, String code) {
        boolean hasCodeAlready = code.equals("1") && digits.length() == 11 && digits.startsWith("1");
        if (hasCodeAlready) {
            return digits;
        }
        boolean keepsTrunkZero = code.equals("39");
        return code + (digits.startsWith("0") && !keepsTrunkZero ? digits.substring(1) : digits);
    }

    private static Optional<String> complete(String digits) {
        boolean plausible = digits.length() >= SHORTEST && digits.length() <= LONGEST && !digits.startsWith("0");
        return plausible ? Optional.of("+" + digits) : Optional.empty();
    }
}
