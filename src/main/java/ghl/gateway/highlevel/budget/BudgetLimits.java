package ghl.gateway.highlevel.budget;

import java.time.Duration;

/**
 * What a location may use.
 *
 * @param burst calls in any {@code window}
 * @param daily calls in a day
 * @param readDeadline how long a read waits for its turn at most
 * @param writeDeadline how long a write waits
 */
public record BudgetLimits(int burst, Duration window, long daily, Duration readDeadline, Duration writeDeadline) {

    /** A call takes this long to be counted by the CRM, at most; one that takes longer is counted when it is answered. */
    static final Duration MARGIN = Duration.ofMillis(500);

    private static final double SHARE_OF_READS = 0.7;
    private static final double LEFT_TO_READS = 0.05;

    /** @throws IllegalArgumentException with one sentence that names the setting */
    public BudgetLimits {
        require(burst > 0, "highlevel.budget.burst must be at least 1");
        require(isPositive(window), "highlevel.budget.window must be longer than nothing");
        require(daily > 0, "highlevel.budget.daily must be at least 1");
        require(!readDeadline.isNegative(), "highlevel.read.deadline must not be negative");
        require(!writeDeadline.isNegative(), "highlevel.write.deadline must not be negative");
    }

    /** How many of {@code burst} calls may be reads. */
    static int shareOfReads(int burst) {
        return Math.max(1, (int) (burst * SHARE_OF_READS));
    }

    /** How many of {@code burst} calls writes leave to reads that wait. */
    static int leftToReads(int burst) {
        return (int) (burst * LEFT_TO_READS);
    }

    Duration deadline(CallKind kind) {
        return kind == CallKind.READ ? readDeadline : writeDeadline;
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void require(boolean sensible, String sentence) {
        if (!sensible) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
