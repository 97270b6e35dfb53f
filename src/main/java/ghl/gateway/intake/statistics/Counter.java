package ghl.gateway.intake.statistics;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A number that a source counts in one hour.
 *
 * @param hour hours since 1970
 * @param name an {@link Outcome}, {@link #UNASKED}, or {@link #answer}
 */
record Counter(Source source, long hour, String name) {

    /** Answers that no question of the form asks for. */
    static final String UNASKED = "UNASKED";

    private static final String ANSWER = "answer ";
    private static final int HOURS = 24;

    /** What became of a post. */
    enum Outcome {
        /** Accepted, with an e-mail address or a phone number. */
        IDENTIFIED,
        /** Accepted without one. */
        UNIDENTIFIED,
        /** Accepted as probable spam. */
        QUARANTINED,
        /** Refused with what is to be corrected, also a missing or wrong signature. */
        REJECTED,
        /** No form, for example a sender's test. */
        IGNORED,
        /** No answer could be read from it. */
        UNREADABLE
    }

    /** The name of the counter of answers to a question. */
    static String answer(String question) {
        return ANSWER + question;
    }

    /** The same counter in another hour. */
    Counter at(long other) {
        return new Counter(source, other, name);
    }

    static long hour(Instant time) {
        return TimeUnit.MILLISECONDS.toHours(time.toEpochMilli());
    }

    /** The first hour of the day that ends now. */
    static long firstHour(Instant now) {
        return hour(now) - HOURS + 1;
    }
}
