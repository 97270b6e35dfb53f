package ghl.gateway.submission.check;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import ghl.gateway.submission.receipt.UserErrorCode;

/** Normalises phone numbers to E.164, the CRM's format. On an upsert it rejects other formats or fails to match them. */
final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** Reads national numbers in the location's country. Null, with a problem reported, if it is not a phone number. */
    static String read(String text, LocationFacts facts, Problems problems) {
        if (text.isBlank()) {
            problems.add(UserErrorCode.BLANK, "is empty: leave it out instead");
            return null;
        }
        boolean international = text.trim().startsWith("+");
        String country = international ? null : facts.location().country();
        try {
            PhoneNumber number = NUMBERS.parse(text, country);
            if (NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE) {
                return NUMBERS.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            // reported below, together with numbers of a wrong length
        }
        problems.add(
                UserErrorCode.INVALID,
                international || country == null
                        ? "is not a phone number with its country code, such as +12125550101"
                        : "is not a phone number of the location's country (" + country
                                + "): use its country code, for example +12125550101");
        return null;
    }
}
