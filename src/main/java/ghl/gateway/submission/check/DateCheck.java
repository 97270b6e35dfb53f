package ghl.gateway.submission.check;

import ghl.gateway.submission.receipt.UserErrorCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Checks dates. */
final class DateCheck {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private DateCheck() {}

    static boolean isPlausible(LocalDate date) {
        return !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
    }

    /** Null, with a problem reported, if it is not a date. */
    static LocalDate read(String text, Problems problems) {
        try {
            LocalDate date = LocalDate.parse(text.trim());
            if (isPlausible(date)) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // reported below, together with years out of range
        }
        problems.add(UserErrorCode.INVALID, "is not a date: use YYYY-MM-DD, from the year 1900 on");
        return null;
    }
}
