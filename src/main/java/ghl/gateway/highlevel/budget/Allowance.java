package ghl.gateway.highlevel.budget;

import static ghl.gateway.highlevel.budget.BudgetLimits.MARGIN;

import java.time.Duration;
import java.util.Optional;

/**
 * Counts one location's calls, all moments in epoch milliseconds. Not thread-safe: {@link LocationBudget} guards it.
 *
 * <p>Others may use the same limits, and so may this gateway before a restart. Where nothing has been heard for a window,
 * one call scouts: the others wait for what its answer says.
 */
final class Allowance {

    /** A longer interval would be a day's limit, or nonsense. */
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final BudgetLimits limits;
    private final SlidingLog all;
    private final SlidingLog reads;
    private final Day day;
    private int ceiling;
    private long closedUntil = NEVER;
    private long heardAt = NEVER;
    private long scoutSince = NEVER;

    Allowance(BudgetLimits limits) {
        this.limits = limits;
        this.all = new SlidingLog(limits.window().plus(MARGIN));
        this.reads = new SlidingLog(limits.window().plus(MARGIN));
        this.day = new Day(limits.daily());
        this.ceiling = limits.burst();
    }

    boolean mayGo(CallKind kind, long now) {
        return !isScouting(now) && earliest(kind, 0, 0, now) <= now;
    }

    /** When a call could go at the earliest that lets so many others go first. */
    long earliest(CallKind kind, int readsAhead, int writesAhead, long now) {
        long open = Math.max(closedUntil, day.openAt(now));
        long room = all.roomAt(ceiling, readsAhead + writesAhead + 1, now);
        if (kind == CallKind.READ) {
            room = Math.max(room, reads.roomAt(BudgetLimits.shareOfReads(ceiling), readsAhead + 1, now));
        }
        return Math.max(open, room);
    }

    /** Whether a call is out to learn what is left. One that never comes back is not waited for longer than a window. */
    boolean isScouting(long now) {
        return now < scoutEnd();
    }

    long scoutEnd() {
        return scoutSince + all.lengthMs();
    }

    /** Counts a call that goes now. */
    void take(CallKind kind, long now) {
        if (heardAt + all.lengthMs() <= now) {
            scoutSince = now;
        }
        all.add(now, 1);
        if (kind == CallKind.READ) {
            reads.add(now, 1);
        }
        day.take(1);
    }

    void giveBack(CallKind kind, long takenAt) {
        forgetScout(takenAt);
        all.remove(takenAt);
        if (kind == CallKind.READ) {
            reads.remove(takenAt);
        }
        day.take(-1);
    }

    /** The CRM cannot have counted it. The others go all the same: one by one, each would fail after the same wait. */
    void unreached(CallKind kind, long takenAt, long now) {
        giveBack(kind, takenAt);
        heardAt = now;
        scoutSince = NEVER;
    }

    /** Nothing is heard of the call any more; the CRM may have counted it all the same. */
    void abandon(CallKind kind, long takenAt, long now) {
        forgetScout(takenAt);
        countAsOf(kind, takenAt, now);
    }

    /** The call is over; headers can only lower what is left. */
    void answered(CallKind kind, long takenAt, RateHeaders headers, long now) {
        countAsOf(kind, takenAt, now);
        learn(headers, now);
        countOthers(headers, now);
        heardAt = now;
        scoutSince = NEVER;
    }

    /**
     * A 429 closes the location until the interval ends, and the day's end where that is told and spent; then a scout looks
     * again.
     */
    void refused(CallKind kind, long takenAt, RateHeaders headers, long now) {
        countAsOf(kind, takenAt, now);
        learn(headers, now);
        heardAt = NEVER;
        scoutSince = NEVER;
        Duration interval = interval(headers).orElse(limits.window());
        closedUntil = Math.max(closedUntil, now + interval.plus(MARGIN).toMillis());
    }

    int remaining(long now) {
        return closedUntil > now ? 0 : Math.max(0, ceiling - all.held(now));
    }

    long dailyRemaining(long now) {
        return day.left(now);
    }

    /** When the burst is whole again, if no more calls are made; now when it is. */
    long wholeAt(long now) {
        return Math.max(Math.max(now, closedUntil), all.roomAt(ceiling, ceiling, now));
    }

    private void forgetScout(long takenAt) {
        if (scoutSince == takenAt) {
            scoutSince = NEVER;
        }
    }

    /** The CRM counted the call at some moment until now: the margin covers quick ones, a slow one moves. */
    private void countAsOf(CallKind kind, long takenAt, long now) {
        long latest = now - MARGIN.toMillis();
        if (latest <= takenAt) {
            return;
        }
        move(all, takenAt, latest);
        if (kind == CallKind.READ) {
            move(reads, takenAt, latest);
        }
    }

    private static void move(SlidingLog log, long from, long to) {
        log.remove(from);
        log.add(to, 1);
    }

    private void learn(RateHeaders headers, long now) {
        day.learn(headers, now);
        interval(headers).map(MARGIN::plus).ifPresent(length -> {
            all.lengthenTo(length);
            reads.lengthenTo(length);
        });
        if (headers.max() != null) {
            ceiling = Math.max(1, Math.min(limits.burst(), headers.max()));
        }
    }

    /** What is missing although nobody here has used it. */
    private void countOthers(RateHeaders headers, long now) {
        if (headers.remaining() != null) {
            int others = ceiling - all.held(now) - headers.remaining();
            if (others > 0) {
                all.add(now, others);
            }
        }
    }

    private static Optional<Duration> interval(RateHeaders headers) {
        return Optional.ofNullable(headers.interval()).filter(interval -> interval.compareTo(LONGEST_INTERVAL) <= 0);
    }
}
