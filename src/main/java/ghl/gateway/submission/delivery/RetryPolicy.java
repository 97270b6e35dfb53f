package ghl.gateway.submission.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When to try again after trouble: exponential backoff with full jitter.
 *
 * @param first the longest wait after the first failure; it doubles with each further one
 * @param longest no wait is longer
 * @param giveUp after failing for so long there is no further try
 */
record RetryPolicy(Duration first, Duration longest, Duration giveUp) {

    private static final int MOST_DOUBLINGS = 30;

    static RetryPolicy of(SubmissionConfig.Retry config) {
        return new RetryPolicy(config.first(), config.longest(), config.giveUp());
    }

    /** @param failures in a row, this one included */
    Duration delay(int failures, RandomGenerator random) {
        int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
        long most = Math.min(longest.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(random.nextLong(most) + 1);
    }

    boolean isSpent(Instant failingSince, Instant now) {
        return failingSince != null && !now.isBefore(failingSince.plus(giveUp));
    }
}
