package ghl.gateway.form.template;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as form builders and people write them, such as {@code 2027-01-31}, {@code 1/31/2027 9:30 AM}, {@code 31.01.2027}
 * and {@code January 31st, 2027}, and formats them such as {@code 31 January 2027}.
 */
public final class DateText {

    private static final String DEFAULT_PATTERN = "d MMMM yyyy";
    private static final int MAX_LENGTH = 100;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2199;
    private static final int MONTHS = 12;

    private static final Pattern TIME = Pattern.compile("(?:T|,? (?:at |um )?)"
            + "(?<time>\\d{1,2}[:.h]\\d{2}(?::\\d{2})?(?:[.,]\\d{1,9})?(?:\\s?[AaPp]\\.?[Mm]\\.?)?|\\d{1,2}\\s?[AaPp]\\.?[Mm]\\.?)"
            + "\\s?(?:Z|UTC|GMT|Uhr)?\\s?(?:[+-]\\d{2}(?::?\\d{2})?)?\\s?(?:\\([^()]*\\)|\\[[^\\[\\]]*])?$");
    private static final Pattern MIDNIGHT = Pattern.compile("00?[:.h]00(?::00)?(?:[.,]0+)?");

    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' '][VV][XX][X]")
            .toFormatter(Locale.ROOT);

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<first>\\d{1,2})(?<separator>[-/.])\\s?(?<second>\\d{1,2})\\2\\s?(?<year>\\d{4})");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,/.-]+");
    private static final Pattern DAY =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|[\\u00BA\\u00AA])?", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private DateText() {}

    /**
     * The date of a text, without its time; empty for other text.
     *
     * @param country two-letter code or null; requested only when day and month can be read in two ways
     */
    public static Optional<LocalDate> parse(String text, Supplier<String> country) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String date = TIME.matcher(singleBlanks(text)).replaceFirst("").strip();
        try {
            return Optional.ofNullable(read(date, country));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /**
     * Like {@link #parse(String, Supplier)}, except that an instant such as {@code 2026-12-04T23:00:00Z} or
     * {@code 2026-12-04 23:00:00 UTC} is the day that it is in a time zone. Midnight with an offset is a date alone, as many builders write it.
     *
     * @param timezone requested only for instants
     */
    public static Optional<LocalDate> parse(String text, Supplier<String> country, Supplier<ZoneId> timezone) {
        return instant(text.strip())
                .map(instant -> instant.withZoneSameInstant(timezone.get()).toLocalDate())
                .or(() -> parse(text, country));
    }

    private static Optional<ZonedDateTime> instant(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, INSTANT))
                    .filter(instant -> !instant.toLocalTime().equals(LocalTime.MIDNIGHT));
        } catch (DateTimeParseException notAnInstant) {
            return Optional.empty();
        }
    }

    /** Whether a text that is a date has a time of day as well. */
    public static boolean hasTime(String text) {
        Matcher time = TIME.matcher(text.length() > MAX_LENGTH ? "" : singleBlanks(text));
        return time.find() && !MIDNIGHT.matcher(time.group("time").strip()).matches();
    }

    /** Unchanged when the text is not a date. @param pattern empty, or one pattern of {@link DateTimeFormatter} */
    static String format(String text, List<Object> pattern, Supplier<String> country) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(
                pattern.isEmpty() ? DEFAULT_PATTERN : AnswerValues.text(pattern.get(0)), Locale.ENGLISH);
        return parse(text, country).map(format::format).orElse(text);
    }

    private static String singleBlanks(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    private static LocalDate read(String text, Supplier<String> country) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return LocalDate.of(number(yearFirst, "year"), number(yearFirst, "month"), number(yearFirst, "day"));
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        return yearLast.matches() ? yearLast(yearLast, country) : inWords(text);
    }

    /** Null when day and month cannot be told apart. */
    private static LocalDate yearLast(Matcher date, Supplier<String> country) {
        int first = number(date, "first");
        int second = number(date, "second");
        int year = number(date, "year");
        if (date.group("separator").equals(".") || first > MONTHS || first == second) {
            return plausible(year, second, first);
        }
        if (second > MONTHS || CountryConventions.isMonthFirst(country.get())) {
            return plausible(year, first, second);
        }
        return CountryConventions.isDayFirst(country.get()) ? plausible(year, second, first) : null;
    }

    /** A day, a month's name and a year in any order, with nothing else but a day of the week. */
    private static LocalDate inWords(String text) {
        int day = 0;
        int month = 0;
        int year = 0;
        for (String word : SEPARATORS.split(text)) {
            Matcher asDay = DAY.matcher(word);
            int asMonth = MonthNames.month(word).orElse(0);
            if (day == 0 && asDay.matches()) {
                day = Integer.parseInt(asDay.group(1));
            } else if (year == 0 && YEAR.matcher(word).matches()) {
                year = Integer.parseInt(word);
            } else if (month == 0 && asMonth > 0) {
                month = asMonth;
            } else if (!MonthNames.isFiller(word)) {
                return null;
            }
        }
        return plausible(year, month, day);
    }

    private static LocalDate plausible(int year, int month, int day) {
        return year < EARLIEST_YEAR || year > LATEST_YEAR ? null : LocalDate.of(year, month, day);
    }

    private static int number(Matcher date, String part) {
        return Integer.parseInt(date.group(part));
    }
}
