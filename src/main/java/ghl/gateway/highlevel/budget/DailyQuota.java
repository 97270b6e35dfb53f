package ghl.gateway.highlevel.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What is left of a day, all moments in epoch milliseconds. The gateway's own count ends at midnight UTC; what the CRM
 * says holds until the reset that it names, or midnight.
 */
final class DailyQuota {

    private static final long UNTOLD = Long.MAX_VALUE;

    /** A reset further away is none: the header is undocumented, and nobody asks again before it. */
    private static final long LONGEST_MS = Duration.ofDays(1).toMillis();

    private final long limit;
    private final Clock timeOfDay;
    private long own;
    private long ownEnd = Long.MIN_VALUE;
    private long told = UNTOLD;
    private long toldEnd = Long.MIN_VALUE;

    DailyQuota(long limit, Clock timeOfDay) {
        this.limit = limit;
        this.timeOfDay = timeOfDay;
        this.own = limit;
    }

    long left(long now) {
        turn(now);
        return Math.max(0, Math.min(own, told));
    }

    /** When so many calls can go: now, unless fewer are left. */
    long openAt(long calls, long now) {
        turn(now);
        long open = own >= calls ? now : ownEnd;
        return told >= calls ? open : Math.max(open, toldEnd);
    }

    void take(long calls) {
        own -= calls;
        told -= told == UNTOLD ? 0 : calls;
    }

    /** Can only lower what is left. */
    void learn(RateHeaders headers, long now) {
        turn(now);
        if (headers.dailyRemaining() == null) {
            return;
        }
        told = Math.min(told, headers.dailyRemaining());
        toldEnd = headers.dailyReset() == null
                ? midnight(now)
                : now + Math.max(1, Math.min(headers.dailyReset().toMillis(), LONGEST_MS));
    }

    private void turn(long now) {
        if (now >= ownEnd) {
            own = limit;
            ownEnd = midnight(now);
        }
        if (now >= toldEnd) {
            told = UNTOLD;
        }
    }

    private long midnight(long now) {
        Instant today = timeOfDay.instant();
        Instant midnight = LocalDate.ofInstant(today, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        return now + Math.max(1, Duration.between(today, midnight).toMillis());
    }
}
