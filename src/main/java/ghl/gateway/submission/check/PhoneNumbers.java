package ghl.gateway.submission.check;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import ghl.gateway.submission.receipt.UserErrorCode;

/** Brings phone numbers to E.164: the CRM stores them so, and refuses or misses others on an upsert. */
final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** A national number is read in the location's country. Null, and a problem told, when it is no phone number. */
    static String read(String text, LocationFacts facts, Problems problems) {
        boolean international = text.trim().startsWith("+");
        String country = international ? null : facts.location().country();
        try {
            PhoneNumber number = NUMBERS.parse(text, country);
            if (NUMBERS.isPossibleNumber(number)) {
                return NUMBERS.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException told) {
            // told below, together with numbers of a wrong length
        }
        problems.add(
                UserErrorCode.INVALID,
                international
                        ? "is not a phone number"
                        : "is not a phone number of the location's country (" + country
                                + "): give it with its country code, for example +15551234567");
        return null;
    }
}
