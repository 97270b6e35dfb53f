package ghl.gateway.form.template;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Formats dates such as {@code 31 January 2027}. */
public final class DateText {

    private static final String DEFAULT_PATTERN = "d MMMM yyyy";
    private static final int ISO_DATE = 10;

    private DateText() {}

    /** The date of an ISO 8601 date or date-time; empty for other text. */
    public static Optional<LocalDate> parse(String text) {
        String stripped = text.strip();
        try {
            boolean isTime = stripped.length() > ISO_DATE && stripped.charAt(ISO_DATE) == 'T';
            return Optional.of(LocalDate.parse(isTime ? stripped.substring(0, ISO_DATE) : stripped));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** Unchanged when the text is not a date. @param pattern empty, or one pattern of {@link DateTimeFormatter} */
    static String format(String text, List<Object> pattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(
                pattern.isEmpty() ? DEFAULT_PATTERN : AnswerValues.text(pattern.get(0)), Locale.ENGLISH);
        return parse(text).map(format::format).orElse(text);
    }
}
