package ghl.gateway.form.template;

import ghl.gateway.submission.check.PhoneNumbers;
import java.util.function.Supplier;

/** Formats phone numbers such as {@code +1 212-555-0101}. */
final class PhoneText {

    private PhoneText() {}

    /** Unchanged when the text is not a phone number, or has other words. @param country see {@link FormText#fill} */
    static String format(String text, Supplier<String> country) {
        return text.isBlank()
                ? text
                : PhoneNumbers.read(text, country)
                        .filter(reading ->
                                reading.isWholeText() || reading.number().hasExtension())
                        .map(PhoneNumbers.Reading::international)
                        .orElse(text);
    }
}
