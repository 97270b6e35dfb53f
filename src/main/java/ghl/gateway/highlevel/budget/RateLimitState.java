package ghl.gateway.highlevel.budget;

import static ghl.gateway.highlevel.budget.BudgetLimits.MARGIN;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts one location's calls. All times are milliseconds of the steady clock. Not thread-safe: {@link LocationBudget} guards it.
 *
 * <p>Other clients, or this gateway before a restart, may use the same limits. After a window without any answer, one
 * call goes alone as a probe, and the others wait for what its answer reports.
 */
final class RateLimitState {

    /** A longer interval would be a daily limit, or a mistake. */
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final BudgetLimits limits;
    private final Windows windows;
    private final DailyQuota day;
    private long closedUntil = NEVER;
    private long answeredAt = NEVER;
    private long probeStartedAt = NEVER;

    RateLimitState(BudgetLimits limits, Clock timeOfDay) {
        this.limits = limits;
        this.windows = new Windows(limits);
        this.day = new DailyQuota(limits.daily(), timeOfDay);
    }

    boolean allows(CallKind kind, long now) {
        return now >= probeEndsAt() && earliestStart(kind, 0, 0, now) <= now;
    }

    /** Earliest start of a call that has this many others ahead. */
    long earliestStart(CallKind kind, int readsAhead, int writesAhead, long now) {
        long open = Math.max(closedUntil, day.openAt(readsAhead + writesAhead + 1L, now));
        return Math.max(open, windows.freeAt(kind, readsAhead, writesAhead, now));
    }

    /** When a probe that stays unanswered is given up: after one window. In the past when none is in flight. */
    long probeEndsAt() {
        return probeStartedAt + windows.lengthMs();
    }

    CountedCall count(CallKind kind, long now) {
        if (answeredAt + windows.lengthMs() <= now) {
            probeStartedAt = now;
        }
        day.count(1);
        return windows.count(kind, now);
    }

    void uncount(CountedCall call) {
        endProbe(call);
        windows.uncount(call);
        day.count(-1);
    }

    /**
     * The CRM cannot have counted the call. Ends the probe nevertheless: if the waiting calls went one at a time, each
     * would fail after the same wait.
     */
    void notConnected(CountedCall call, long now) {
        uncount(call);
        answeredAt = now;
        probeStartedAt = NEVER;
    }

    /** The answer is no longer awaited. The CRM may have counted the call. */
    void abandoned(CountedCall call, long now) {
        endProbe(call);
        moveToAnswer(call, now);
    }

    /** The call is over. Headers can only lower what is left. */
    void answered(CountedCall call, RateHeaders headers, long now) {
        moveToAnswer(call, now);
        update(headers, now);
        if (headers.remaining() != null) {
            windows.countOthers(call, headers.remaining(), now);
        }
        answeredAt = now;
        probeStartedAt = NEVER;
    }

    /**
     * A 429 closes the location until the interval ends, or the day if its quota is reported as used up. Then a probe
     * goes.
     */
    void rateLimited(CountedCall call, RateHeaders headers, long now) {
        moveToAnswer(call, now);
        update(headers, now);
        answeredAt = NEVER;
        probeStartedAt = NEVER;
        Duration interval = interval(headers).orElse(limits.window());
        closedUntil = Math.max(closedUntil, now + interval.plus(MARGIN).toMillis());
    }

    int remaining(long now) {
        return closedUntil > now ? 0 : windows.remaining(now);
    }

    long dailyRemaining(long now) {
        return day.remaining(now);
    }

    /** When the whole burst is available again if no more calls are made; now when it is. */
    long fullAt(long now) {
        return Math.max(Math.max(now, closedUntil), windows.fullAt(now));
    }

    /** How many waiting reads go before writes now: a flood of writes slows reads down but never stops them. */
    int readsBeforeWrites(long now) {
        return windows.readsBeforeWrites(now);
    }

    int readsWithin(Duration time) {
        return windows.readsWithin(time);
    }

    private void endProbe(CountedCall call) {
        if (probeStartedAt == call.at()) {
            probeStartedAt = NEVER;
        }
    }

    /** The CRM counted the call at some time until now. The margin covers fast calls, a slow one is counted later. */
    private void moveToAnswer(CountedCall call, long now) {
        long latest = now - MARGIN.toMillis();
        if (latest > call.at()) {
            windows.move(call, latest);
        }
    }

    private void update(RateHeaders headers, long now) {
        day.update(headers, now);
        windows.update(headers.max(), interval(headers));
    }

    private static Optional<Duration> interval(RateHeaders headers) {
        return Optional.ofNullable(headers.interval()).filter(interval -> interval.compareTo(LONGEST_INTERVAL) <= 0);
    }
}
