package ghl.gateway.submission.delivery;

import ghl.gateway.submission.journal.JournalTime;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ParkReason;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter.
 *
 * @param first maximum delay after the first failure; doubles with each further one
 * @param longest upper bound of every delay
 * @param giveUp no further retry after failing for this long
 */
record RetryPolicy(Duration first, Duration longest, Duration giveUp) {

    private static final int MOST_DOUBLINGS = 30;

    static RetryPolicy of(SubmissionConfig.Retry config) {
        return new RetryPolicy(config.first(), config.longest(), config.giveUp());
    }

    /** @param failures consecutive ones, including this one */
    Duration delay(int failures, RandomGenerator random) {
        int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
        long most = Math.min(longest.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(random.nextLong(most) + 1);
    }

    boolean isSpent(Instant failingSince, Instant now) {
        return failingSince != null && !now.isBefore(failingSince.plus(giveUp));
    }

    /** The state after one more failure: postponed, or parked once {@code giveUp} has passed. */
    SubmissionState afterFailure(SubmissionState before, JournalTime now, RandomGenerator random) {
        SubmissionState failed = before.failed(now.steady());
        return isSpent(failed.failingSince(), now.steady())
                ? failed.parked(ParkReason.UNAVAILABLE, now.date())
                : failed.postponedTo(now.steady().plus(delay(failed.failures(), random)));
    }
}
