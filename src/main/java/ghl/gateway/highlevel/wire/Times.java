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
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Parses the vendor's formats of times and dates. Returns null for other text. */
final class Times {

    /** {@code 2021-07-16T11:00:00.000Z}, {@code 2021-07-16 11:00:00}, {@code …+05:30}, {@code …+0530}. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private static final String SEPARATOR = "[-][/][.][_]";
    private static final DateTimeFormatter YEAR_FIRST = date(YEAR, MONTH_OF_YEAR, DAY_OF_MONTH);
    private static final DateTimeFormatter MONTH_FIRST = date(MONTH_OF_YEAR, DAY_OF_MONTH, YEAR);

    /** Shorter numbers are too early to be times in a CRM. */
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

    /** A time with an offset, or a local time in the zone; null for a local time without a zone. */
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

    /** A date. A time of day after it is ignored. */
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

    private static DateTimeFormatter date(ChronoField first, ChronoField second, ChronoField third) {
        return new DateTimeFormatterBuilder()
                .appendValue(first, first == YEAR ? 4 : 2)
                .appendPattern(SEPARATOR)
                .appendValue(second, 2)
                .appendPattern(SEPARATOR)
                .appendValue(third, third == YEAR ? 4 : 2)
                .toFormatter()
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static <T> T parsed(String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
