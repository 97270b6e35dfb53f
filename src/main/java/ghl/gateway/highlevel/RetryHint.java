package ghl.gateway.highlevel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** How long the CRM's headers say to wait after a 429. */
final class RetryHint {

    /** Later than any duration and earlier than any present time in milliseconds. */
    private static final long EPOCH_FROM = 1_000_000_000_000L;

    private final Clock clock;

    RetryHint(Clock clock) {
        this.clock = clock;
    }

    /** Null when the headers do not say. */
    Duration of(UnaryOperator<String> header) {
        Long daily = number(header.apply("X-RateLimit-Daily-Remaining"));
        if (daily != null && daily <= 0) {
            return untilReset(number(header.apply("X-RateLimit-Daily-Reset")));
        }
        Long interval = number(header.apply("X-RateLimit-Interval-Milliseconds"));
        return interval == null ? null : Duration.ofMillis(interval);
    }

    /** An undocumented header in milliseconds: a present one reads as a time, a smaller one as what is left. */
    private Duration untilReset(Long reset) {
        if (reset == null) {
            return null;
        }
        Duration left = reset >= EPOCH_FROM
                ? Duration.between(clock.instant(), Instant.ofEpochMilli(reset))
                : Duration.ofMillis(reset);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Long number(String header) {
        return header != null && header.strip().matches("\\d{1,15}") ? Long.valueOf(header.strip()) : null;
    }
}
