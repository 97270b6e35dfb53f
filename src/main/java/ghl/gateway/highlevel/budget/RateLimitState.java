package ghl.gateway.highlevel.budget;

import static ghl.gateway.highlevel.budget.BudgetLimits.MARGIN;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts one location's calls, all moments in epoch milliseconds. Not thread-safe: {@link LocationBudget} guards it.
 *
 * <p>Others may use the same limits, and so may this gateway before a restart. Where nothing has been heard for a window,
 * one call scouts: the others wait for what its answer says.
 */
final class RateLimitState {

    /** A longer interval would be a day's limit, or nonsense. */
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final BudgetLimits limits;
    private final Windows windows;
    private final DailyQuota day;
    private long closedUntil = NEVER;
    private long heardAt = NEVER;
    private long scoutSince = NEVER;

    RateLimitState(BudgetLimits limits, Clock timeOfDay) {
        this.limits = limits;
        this.windows = new Windows(limits);
        this.day = new DailyQuota(limits.daily(), timeOfDay);
    }

    boolean mayGo(CallKind kind, long now) {
        return !isScouting(now) && earliest(kind, 0, 0, now) <= now;
    }

    /** When a call could go at the earliest that lets so many others go first. */
    long earliest(CallKind kind, int readsAhead, int writesAhead, long now) {
        long open = Math.max(closedUntil, day.openAt(readsAhead + writesAhead + 1L, now));
        return Math.max(open, windows.roomAt(kind, readsAhead, writesAhead, now));
    }

    /** Whether a call is out to learn what is left. One that never comes back is not waited for longer than a window. */
    boolean isScouting(long now) {
        return now < scoutEnd();
    }

    long scoutEnd() {
        return scoutSince + windows.lengthMs();
    }

    /** Counts a call that goes now. */
    CountedCall take(CallKind kind, long now) {
        if (heardAt + windows.lengthMs() <= now) {
            scoutSince = now;
        }
        day.take(1);
        return windows.take(kind, now);
    }

    void giveBack(CountedCall call) {
        forgetScout(call);
        windows.giveBack(call);
        day.take(-1);
    }

    /** The CRM cannot have counted it. The others go all the same: one by one, each would fail after the same wait. */
    void unreached(CountedCall call, long now) {
        giveBack(call);
        heardAt = now;
        scoutSince = NEVER;
    }

    /** Nothing is heard of the call any more; the CRM may have counted it all the same. */
    void abandon(CountedCall call, long now) {
        forgetScout(call);
        countAsOf(call, now);
    }

    /** The call is over; headers can only lower what is left. */
    void answered(CountedCall call, RateHeaders headers, long now) {
        countAsOf(call, now);
        learn(headers, now);
        if (headers.remaining() != null) {
            windows.countOthers(call, headers.remaining(), now);
        }
        heardAt = now;
        scoutSince = NEVER;
    }

    /**
     * A 429 closes the location until the interval ends, and the day's end where that is told and spent; then a scout looks
     * again.
     */
    void refused(CountedCall call, RateHeaders headers, long now) {
        countAsOf(call, now);
        learn(headers, now);
        heardAt = NEVER;
        scoutSince = NEVER;
        Duration interval = interval(headers).orElse(limits.window());
        closedUntil = Math.max(closedUntil, now + interval.plus(MARGIN).toMillis());
    }

    int remaining(long now) {
        return closedUntil > now ? 0 : windows.left(now);
    }

    long dailyRemaining(long now) {
        return day.left(now);
    }

    /** When the burst is whole again, if no more calls are made; now when it is. */
    long wholeAt(long now) {
        return Math.max(Math.max(now, closedUntil), windows.wholeAt(now));
    }

    /** How many reads go before writes now, should so many wait: a flood of writes slows reads down, and ends none. */
    int owedToReads(long now) {
        return windows.owedToReads(now);
    }

    /** How many reads an idle location serves within such a time. */
    int readsWithin(Duration time) {
        return windows.readsWithin(time);
    }

    private void forgetScout(CountedCall call) {
        if (scoutSince == call.at()) {
            scoutSince = NEVER;
        }
    }

    /** The CRM counted the call at some moment until now: the margin covers quick ones, a slow one moves. */
    private void countAsOf(CountedCall call, long now) {
        long latest = now - MARGIN.toMillis();
        if (latest > call.at()) {
            windows.move(call, latest);
        }
    }

    private void learn(RateHeaders headers, long now) {
        day.learn(headers, now);
        windows.learn(headers.max(), interval(headers));
    }

    private static Optional<Duration> interval(RateHeaders headers) {
        return Optional.ofNullable(headers.interval()).filter(interval -> interval.compareTo(LONGEST_INTERVAL) <= 0);
    }
}
