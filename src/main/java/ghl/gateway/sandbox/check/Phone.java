package ghl.gateway.sandbox.check;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;

/**
 * Phone numbers in E.164, as the vendor stores them. The clean-up is undocumented. Decided here: formatting is dropped,
 * {@code 00} becomes a plus sign, and the country's calling code replaces the trunk zero of a national number.
 */
public final class Phone {

    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;

    private Phone() {}

    /** @param country two letters; when null, a number without a country code is invalid */
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
        int code = PhoneNumberUtil.getInstance().getCountryCodeForRegion(country);
        return code == 0 ? Optional.empty() : complete(national(digits, String.valueOf(code)));
    }

    /** The number to look up. A national number is not completed and finds nothing. Reported. */
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
