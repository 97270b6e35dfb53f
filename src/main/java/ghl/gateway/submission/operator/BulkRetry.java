package ghl.gateway.submission.operator;

import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.submission.journal.list.StallCause;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which submissions to set going again, and how fast.
 *
 * @param since those that came to stand still at this time or later; null for any
 * @param spacing the time between two of them
 * @param most that many at once
 */
public record BulkRetry(StallCause cause, Instant since, Duration spacing, int most) {

    private static final int LARGEST = 1000;
    private static final Duration LONGEST_SPACING = Duration.ofHours(1);

    public BulkRetry {
        if (spacing.isNegative() || spacing.compareTo(LONGEST_SPACING) > 0) {
            throw new InvalidInputException("spacing must be PT0S to " + LONGEST_SPACING);
        }
        if (most < 1 || most > LARGEST) {
            throw new InvalidInputException("most must be 1 to " + LARGEST);
        }
    }

    /**
     * A reason for which submissions are parked, or one for which they wait.
     *
     * @throws InvalidInputException when it is neither, or one that ends by itself
     */
    public static StallCause cause(String name) {
        Optional<ParkReason> reason = Arrays.stream(ParkReason.values())
                .filter(value -> value.name().equals(name))
                .filter(value -> value != ParkReason.APPROVAL)
                .findFirst();
        return reason.map(why -> new StallCause(null, why)).orElseGet(() -> new StallCause(waitReason(name), null));
    }

    private static WaitReason waitReason(String name) {
        return Arrays.stream(WaitReason.values())
                .filter(value -> value.name().equals(name))
                .filter(value -> value != WaitReason.QUIET && value != WaitReason.LANE)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("cause must be REFUSED, UNSURE or UNAVAILABLE"
                        + " (for parked ones), or RETRY, QUOTA or CREDENTIALS (for waiting ones)"));
    }
}
