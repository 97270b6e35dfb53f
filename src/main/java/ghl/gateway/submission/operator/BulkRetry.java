package ghl.gateway.submission.operator;

import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.submission.journal.list.SubmissionListStore.StallCause;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.WaitReason;
import java.time.Duration;
import java.time.Instant;

/**
 * A retry of many submissions.
 *
 * @param since only submissions stalled at this time or later; null for all
 * @param spacing time between two of them
 * @param most upper bound of submissions
 */
public record BulkRetry(StallCause cause, Instant since, Duration spacing, int most) {

    private static final int LARGEST = 1000;
    private static final Duration LONGEST_SPACING = Duration.ofHours(1);

    public BulkRetry {
        if (spacing.isNegative() || spacing.compareTo(LONGEST_SPACING) > 0) {
            throw new InvalidInputException("spacing must be between PT0S and " + LONGEST_SPACING);
        }
        if (most < 1 || most > LARGEST) {
            throw new InvalidInputException("most must be between 1 and " + LARGEST);
        }
    }

    /**
     * The cause with the name of a {@link ParkReason} or {@link WaitReason}.
     *
     * @throws InvalidInputException if none exists, or it cannot be retried
     */
    public static StallCause cause(String name) {
        return switch (String.valueOf(name)) {
            case "REFUSED", "UNSURE", "UNAVAILABLE", "UNREADABLE" -> new StallCause(null, ParkReason.valueOf(name));
            case "RETRY", "QUOTA", "CREDENTIALS" -> new StallCause(WaitReason.valueOf(name), null);
            default ->
                throw new InvalidInputException(
                        "cause must be REFUSED, UNSURE, UNAVAILABLE or UNREADABLE (parked submissions),"
                                + " or RETRY, QUOTA or CREDENTIALS (waiting submissions)");
        };
    }
}
