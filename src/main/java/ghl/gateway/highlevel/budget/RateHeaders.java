package ghl.gateway.highlevel.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * The rate limit headers of an answer; null where a header is missing or not a number. Source: the vendor's
 * rate limits.
 *
 * @param max calls in an interval
 * @param remaining calls left in this interval
 * @param dailyRemaining calls left today
 * @param dailyReset time until the day's count is reset
 */
public record RateHeaders(Integer max, Integer remaining, Duration interval, Long dailyRemaining, Duration dailyReset) {

    public static final RateHeaders NONE = new RateHeaders(null, null, null, null, null);

    /** Longer than any plausible duration and earlier than any present time, in milliseconds. */
    private static final long EPOCH_FROM = 1_000_000_000_000L;

    public static RateHeaders of(UnaryOperator<String> header, Instant now) {
        return new RateHeaders(
                count(header.apply("X-RateLimit-Max")),
                count(header.apply("X-RateLimit-Remaining")),
                duration(number(header.apply("X-RateLimit-Interval-Milliseconds"))),
                number(header.apply("X-RateLimit-Daily-Remaining")),
                untilReset(number(header.apply("X-RateLimit-Daily-Reset")), now));
    }

    /** The header is undocumented: a value that looks like a present time is one, a smaller value is a duration. */
    private static Duration untilReset(Long reset, Instant now) {
        if (reset == null || reset < EPOCH_FROM) {
            return duration(reset);
        }
        Duration left = Duration.between(now, Instant.ofEpochMilli(reset));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration duration(Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }

    private static Integer count(String header) {
        Long number = number(header);
        return number == null ? null : (int) Math.min(number, Integer.MAX_VALUE);
    }

    private static Long number(String header) {
        return header != null && header.strip().matches("\\d{1,15}") ? Long.valueOf(header.strip()) : null;
    }
}
