package ghl.gateway.form.template;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates for people: {@code 31 January 2027}. */
public final class DateText {

    private static final String USUAL = "d MMMM yyyy";
    private static final int ISO_DATE = 10;

    private DateText() {}

    /** The date of an ISO date or time; empty when it is none. */
    public static Optional<LocalDate> read(String text) {
        String tidy = text.strip();
        try {
            boolean isTime = tidy.length() > ISO_DATE && tidy.charAt(ISO_DATE) == 'T';
            return Optional.of(LocalDate.parse(isTime ? tidy.substring(0, ISO_DATE) : tidy));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** As it was written when it is none. @param pattern none or one, as of {@link DateTimeFormatter} */
    static String readable(String text, List<Object> pattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(
                pattern.isEmpty() ? USUAL : AnswerValues.text(pattern.get(0)), Locale.ENGLISH);
        return read(text).map(format::format).orElse(text);
    }
}
