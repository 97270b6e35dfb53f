package ghl.gateway.sandbox.check;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The vendor's date formats. Source: the vendor's Contacts API, dates of birth and instants. */
public final class SandboxDates {

    private static final DateTimeFormatter WITH_MS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern SAME_SEPARATOR = Pattern.compile("\\d+([-/._])\\d+\\1\\d+");
    private static final DateTimeFormatter YEAR_LAST =
            DateTimeFormatter.ofPattern("MM-dd-uuuu").withResolverStyle(ResolverStyle.STRICT);

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
        if (!SAME_SEPARATOR.matcher(text).matches()) {
            return Optional.empty();
        }
        String date = text.replaceAll("[/._]", "-");
        return attempt(() -> LocalDate.parse(date)).or(() -> attempt(() -> LocalDate.parse(date, YEAR_LAST)));
    }

    private static <T> Optional<T> attempt(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
