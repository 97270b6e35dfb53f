package ghl.gateway.submission.check;

import ghl.gateway.contact.CrmId;
import ghl.gateway.submission.receipt.UserErrorCode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks of single texts. The maximum lengths are the gateway's own: the vendor publishes none. */
public final class Texts {

    /** Maximum length of a contact's field or a title. */
    public static final int LINE = 1_000;

    /** Maximum length of the body of a note or task. */
    public static final int BODY = 50_000;

    /** Maximum length of a consent, and of a context line. */
    public static final int CONSENT = 2_000;

    /** Maximum length of a tag. */
    public static final int TAG = 250;

    /** Maximum length of an idempotency key. */
    static final int KEY = 255;

    /** Maximum length of foreign text in a message. */
    private static final int QUOTE = 100;

    static final String IS_EMPTY = "is empty: leave it out instead";

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /** Zero-width characters, soft hyphens, marks of direction, and variants of emoji. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\uFE00-\\uFE0F]+");

    private Texts() {}

    /**
     * The text in the Unicode form NFKC, which turns full-width letters and no-break spaces into usual ones, without invisible
     * characters and surrounding blanks. For names and identifiers, which must not differ in what is invisible; a longer text is
     * unchanged.
     */
    public static String visible(String text) {
        return text.length() > LINE
                ? text
                : INVISIBLE
                        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .replaceAll("")
                        .strip();
    }

    /** The text, or its beginning and an ellipsis: at most {@code longest} characters. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    /** Foreign text for a message, which must not grow with its input. */
    public static String quote(String text) {
        return cut(text, QUOTE);
    }

    /** Required and not blank. @return whether the text fits */
    static boolean required(String text, int longest, Problems problems) {
        if (text == null) {
            problems.add(UserErrorCode.REQUIRED, "is required");
            return false;
        }
        return optional(text, longest, problems);
    }

    /** May be left out, but must not be blank. @return whether the text fits */
    static boolean optional(String text, int longest, Problems problems) {
        if (text == null) {
            return true;
        }
        if (text.isBlank()) {
            problems.add(UserErrorCode.BLANK, IS_EMPTY);
            return false;
        }
        if (text.length() > longest) {
            problems.add(
                    UserErrorCode.TOO_LONG,
                    "has " + text.length() + " characters; at most " + longest + " are allowed");
            return false;
        }
        return true;
    }

    /** A required id of the CRM. */
    static void id(String id, Problems problems) {
        required(id, LINE, problems);
        if (id != null && !id.isBlank() && !CrmId.isOne(id)) {
            problems.add(UserErrorCode.INVALID, CrmId.REFUSAL);
        }
    }

    static boolean isPlausible(LocalDate date) {
        return !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
    }

    /** Null, with a problem reported, if it is not a date. */
    static LocalDate date(String text, Problems problems) {
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

    /** May be left out or cleared with null, but must not be blank. */
    static void clearable(Optional<String> text, int longest, Problems problems) {
        if (isGiven(text)) {
            if (text.get().isBlank()) {
                problems.add(UserErrorCode.BLANK, "is empty: leave it out to keep the value, or send null to clear it");
            } else {
                optional(text.get(), longest, problems);
            }
        }
    }

    /** May be left out, but must be neither blank nor cleared. */
    static void changeable(Optional<String> text, int longest, Problems problems) {
        rejectClearing(text, problems);
        if (isGiven(text)) {
            optional(text.get(), longest, problems);
        }
    }

    static void rejectClearing(Optional<?> field, Problems problems) {
        if (field != null && field.isEmpty()) {
            problems.add(UserErrorCode.INVALID, "cannot be cleared: leave it out to keep the value");
        }
    }

    /** Whether a field was neither left out nor cleared. */
    static boolean isGiven(Optional<?> field) {
        return field != null && field.isPresent();
    }
}
