package ghl.gateway.sandbox.check;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The vendor's date formats. Source: the vendor's Contacts API, dates of birth and instants. */
public final class SandboxDates {

    private static final DateTimeFormatter WITH_MS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/._])(\\d{2})\\2(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{2})([-/._])(\\d{2})\\2(\\d{4})");

    private SandboxDates() {}

    /** E.g. {@code 2026-11-05T09:30:00.000Z}. */
    public static String iso(Instant instant) {
        return WITH_MS.format(instant);
    }

    /** Parses an instant, a local date and time, or a date. A value without an offset is in the given zone. */
    public static Optional<Instant> instant(String text, ZoneId zone) {
        return attempt(() -> OffsetDateTime.parse(text).toInstant())
                .or(() -> attempt(() -> LocalDateTime.parse(text).atZone(zone).toInstant()))
                .or(() -> attempt(() -> LocalDate.parse(text).atStartOfDay(zone).toInstant()));
    }

    /** Parses a date as {@code YYYY-MM-DD} or {@code MM-DD-YYYY}, also with slashes, dots or underscores. */
    public static Optional<LocalDate> birthDate(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        return yearLast.matches() ? day(yearLast.group(4), yearLast.group(1), yearLast.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String dayOfMonth) {
        return attempt(
                () -> LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(dayOfMonth)));
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> Optional<T> attempt(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
