package ghl.gateway.submission.check;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A due date relative to now: ISO 8601 ({@code P1D}, {@code PT4H}, {@code P1DT12H}) or words ({@code 2 days}, {@code 1
 * business day at 09:00}). Days are calendar days: they keep their hour when clocks change.
 */
public final class DueIn {

    /** The accepted formats, for error messages. */
    public static final String GRAMMAR = "give P1D, PT4H, \"2 days\" or \"1 business day at 09:00\"";

    private static final int LONGEST = 100;

    private static final Pattern ISO = Pattern.compile("P(?<date>[0-9YMWD]*)(T(?<time>[0-9HMS]+))?");
    private static final Pattern WORDS = Pattern.compile(
            "(?<count>\\d{1,4}) ((?<clock>minute|hour)s?|(?<unit>day|business day|week|month)s?( at (?<hour>\\d{1,2}):(?<minute>\\d{2}))?)");

    private DueIn() {}

    /** Whether a text has an accepted format. */
    public static boolean isReadable(String text) {
        return resolve(text, ZonedDateTime.now(ZoneOffset.UTC)).isPresent();
    }

    /** Empty if the text has no accepted format. @param now in the location's time zone */
    static Optional<Instant> resolve(String text, ZonedDateTime now) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String tidy = text.trim().replaceAll("\\s+", " ");
        try {
            Matcher iso = ISO.matcher(tidy.toUpperCase(Locale.ROOT));
            if (iso.matches()) {
                return Optional.of(
                        addIso(now, iso.group("date"), iso.group("time")).toInstant());
            }
            Matcher words = WORDS.matcher(tidy.toLowerCase(Locale.ROOT));
            return words.matches() ? Optional.of(addWords(now, words).toInstant()) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime addIso(ZonedDateTime now, String date, String time) {
        if (date.isEmpty() && time == null) {
            throw new DateTimeException("no amount");
        }
        ZonedDateTime day = date.isEmpty() ? now : now.plus(Period.parse("P" + date));
        return time == null ? day : day.plus(Duration.parse("PT" + time));
    }

    private static ZonedDateTime addWords(ZonedDateTime now, Matcher words) {
        ZonedDateTime day = add(now, Long.parseLong(words.group("count")), unit(words));
        if (words.group("hour") == null) {
            return day;
        }
        return day.with(LocalTime.of(Integer.parseInt(words.group("hour")), Integer.parseInt(words.group("minute"))));
    }

    private static String unit(Matcher words) {
        return words.group("clock") == null ? words.group("unit") : words.group("clock");
    }

    private static ZonedDateTime add(ZonedDateTime now, long count, String unit) {
        return switch (unit) {
            case "minute" -> now.plusMinutes(count);
            case "hour" -> now.plusHours(count);
            case "week" -> now.plusWeeks(count);
            case "month" -> now.plusMonths(count);
            case "business day" -> addBusinessDays(now, count);
            default -> now.plusDays(count);
        };
    }

    private static ZonedDateTime addBusinessDays(ZonedDateTime now, long count) {
        ZonedDateTime day = now;
        for (long left = count; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
