package ghl.gateway.highlevel.wire;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The vendor's ways to write a time. Text that is none of them is null. */
final class Times {

    /** {@code 2021-07-16T11:00:00.000Z}, {@code 2021-07-16 11:00:00}, {@code …+05:30}, {@code …+0530}. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private static final DateTimeFormatter YEAR_FIRST = new DateTimeFormatterBuilder()
            .appendValue(YEAR, 4)
            .appendPattern("[-][/][.][_]")
            .appendValue(MONTH_OF_YEAR, 2)
            .appendPattern("[-][/][.][_]")
            .appendValue(DAY_OF_MONTH, 2)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter MONTH_FIRST = new DateTimeFormatterBuilder()
            .appendValue(MONTH_OF_YEAR, 2)
            .appendPattern("[-][/][.][_]")
            .appendValue(DAY_OF_MONTH, 2)
            .appendPattern("[-][/][.][_]")
            .appendValue(YEAR, 4)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /** Shorter numbers are no time that a CRM would hold. */
    private static final Predicate<String> EPOCH_MS =
            Pattern.compile("-?\\d{11,18}").asMatchPredicate();

    private Times() {}

    /** A time with an offset, a date (its start in UTC), or epoch milliseconds. */
    static Instant instant(String text) {
        if (EPOCH_MS.test(text)) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        LocalDate date = parsed(text, LocalDate::parse);
        return date != null ? date.atStartOfDay(ZoneOffset.UTC).toInstant() : instantIn(null, text);
    }

    /** A time with an offset, or one that the clocks in the zone show; null for the latter when no zone is known. */
    static Instant instantIn(ZoneId zone, String text) {
        TemporalAccessor time =
                parsed(text, written -> DATE_TIME.parseBest(written, OffsetDateTime::from, LocalDateTime::from));
        if (time instanceof OffsetDateTime exact) {
            return exact.toInstant();
        }
        return time instanceof LocalDateTime local && zone != null
                ? local.atZone(zone).toInstant()
                : null;
    }

    /** A calendar date, whatever time of day comes with it. */
    static LocalDate date(String text) {
        if (EPOCH_MS.test(text)) {
            return Instant.ofEpochMilli(Long.parseLong(text))
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate();
        }
        String day = text.length() > 10 ? text.substring(0, 10) : text;
        LocalDate date = parsed(day, written -> LocalDate.parse(written, YEAR_FIRST));
        return date != null ? date : parsed(day, written -> LocalDate.parse(written, MONTH_FIRST));
    }

    private static <T> T parsed(String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
