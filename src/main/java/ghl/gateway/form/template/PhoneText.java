package ghl.gateway.form.template;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.function.Supplier;

/** Formats phone numbers such as {@code +1 212-555-0101}. */
final class PhoneText {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneText() {}

    /** Unchanged when the text is not a phone number. @param country see {@link FormText#fill} */
    static String format(String text, Supplier<String> country) {
        if (text.isBlank()) {
            return text;
        }
        try {
            PhoneNumber number = NUMBERS.parse(text, text.strip().startsWith("+") ? null : country.get());
            return NUMBERS.isPossibleNumber(number) ? NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL) : text;
        } catch (NumberParseException notANumber) {
            return text;
        }
    }
}
