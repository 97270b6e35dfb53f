package ghl.gateway.highlevel.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Calls left today. All times are milliseconds of the steady clock. The gateway's own count ends at midnight UTC. The CRM's
 * count ends at the reset that it reports, or at midnight. The end is fixed when a count begins: setting the machine's clock
 * neither prolongs the day nor ends it.
 */
final class DailyQuota {

    private static final long NOT_REPORTED = Long.MAX_VALUE;

    /** Cap for the undocumented reset header: no call is made before it, so a wrong value would block the location. */
    private static final long LONGEST_RESET_MS = Duration.ofDays(1).toMillis();

    private final long limit;
    private final Clock timeOfDay;
    private long own;
    private long ownEndsAt = Long.MIN_VALUE;
    private long reported = NOT_REPORTED;
    private long reportedEndsAt = Long.MIN_VALUE;

    DailyQuota(long limit, Clock timeOfDay) {
        this.limit = limit;
        this.timeOfDay = timeOfDay;
        this.own = limit;
    }

    long remaining(long now) {
        rollOver(now);
        return Math.max(0, Math.min(own, reported));
    }

    /** When this many calls can be made: now, unless fewer are left. */
    long openAt(long calls, long now) {
        rollOver(now);
        long open = own >= calls ? now : ownEndsAt;
        return reported >= calls ? open : Math.max(open, reportedEndsAt);
    }

    void count(long calls) {
        own -= calls;
        reported -= reported == NOT_REPORTED ? 0 : calls;
    }

    /** Headers can only lower what is left. */
    void update(RateHeaders headers, long now) {
        rollOver(now);
        if (headers.dailyRemaining() == null) {
            return;
        }
        reported = Math.min(reported, headers.dailyRemaining());
        reportedEndsAt = headers.dailyReset() == null
                ? midnight(now)
                : now + Math.max(1, Math.min(headers.dailyReset().toMillis(), LONGEST_RESET_MS));
    }

    private void rollOver(long now) {
        if (now >= ownEndsAt) {
            own = limit;
            ownEndsAt = midnight(now);
        }
        if (now >= reportedEndsAt) {
            reported = NOT_REPORTED;
        }
    }

    private long midnight(long now) {
        Instant today = timeOfDay.instant();
        Instant midnight = today.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        return now + Math.max(1, Duration.between(today, midnight).toMillis());
    }
}
