package ghl.gateway.highlevel.budget;

import java.time.Duration;

/**
 * Limits on the calls to one location.
 *
 * @param burst calls in any {@code window}
 * @param daily calls in a day
 * @param readDeadline how long a read may wait for a permit
 * @param writeDeadline how long a write may wait for a permit
 */
public record BudgetLimits(int burst, Duration window, long daily, Duration readDeadline, Duration writeDeadline) {

    /** How long the CRM takes to count a call, at most. A slower call is counted when it is answered. */
    static final Duration MARGIN = Duration.ofMillis(500);

    private static final double READ_SHARE = 0.7;
    private static final double READS_BEFORE_WRITES = 0.05;

    static int readShare(int burst) {
        return Math.max(1, (int) (burst * READ_SHARE));
    }

    /** How many of {@code burst} calls go to waiting reads before any write. */
    static int readsBeforeWrites(int burst) {
        return (int) (burst * READS_BEFORE_WRITES);
    }

    Duration deadline(CallKind kind) {
        return kind == CallKind.READ ? readDeadline : writeDeadline;
    }
}
