package ghl.gateway.form.template;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Phone numbers for people to dial: {@code +1 212-555-0101}. */
final class PhoneText {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneText() {}

    /** As it was written when it is none. */
    static String readable(String text, Country country) {
        if (text.isBlank()) {
            return text;
        }
        try {
            PhoneNumber number = NUMBERS.parse(text, text.strip().startsWith("+") ? null : country.code());
            return NUMBERS.isPossibleNumber(number) ? NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL) : text;
        } catch (NumberParseException none) {
            return text;
        }
    }
}
