package ghl.gateway.highlevel.budget;

import ghl.gateway.contact.Quota;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One location's permits: who gets one now, and who waits. Outcomes are delivered outside of the lock. */
final class LocationBudget {

    /** A change of the state after which waiters may move up. */
    interface Change {
        void apply(RateLimitState state, long now);
    }

    private static final long NONE = Long.MAX_VALUE;

    private final RateLimitState state;
    private final CallQueue queue = new CallQueue();
    private final Clock clock;
    private final Clock timeOfDay;
    private final Wakeup wakeup;
    private long wakeupAt = NONE;

    LocationBudget(BudgetLimits limits, Clock clock, Clock timeOfDay, Wakeup wakeup) {
        this.state = new RateLimitState(limits, timeOfDay);
        this.clock = clock;
        this.timeOfDay = timeOfDay;
        this.wakeup = wakeup;
    }

    /** Grants the permit on the calling thread when it is available, so that an empty queue costs no context switch. */
    void join(Waiter waiter) {
        update((same, now) -> queue.add(waiter), waiter);
    }

    void leave(Waiter waiter) {
        if (waiter.cancel()) {
            update((same, now) -> queue.remove(waiter));
        }
    }

    void update(Change change) {
        update(change, null);
    }

    /** @param joining gets its permit on the calling thread; null when no waiter joins */
    private void update(Change change, Waiter joining) {
        List<Runnable> outcomes = new ArrayList<>();
        synchronized (this) {
            long now = clock.millis();
            change.apply(state, now);
            grantPermits(outcomes, joining, now);
            scheduleWakeup(now);
        }
        outcomes.forEach(Runnable::run);
    }

    /** Whether a read would have to wait for calls to leave the window. A probe in flight does not count. */
    synchronized boolean isExhausted() {
        long now = clock.millis();
        return queue.earliestStartOfNewcomer(CallKind.READ, state, now) > now;
    }

    /** How long a call that came now would have to wait. */
    synchronized Duration waitTime(CallKind kind) {
        long now = clock.millis();
        return Duration.ofMillis(queue.earliestStartOfNewcomer(kind, state, now) - now);
    }

    synchronized int readsWithin(Duration time) {
        return state.readsWithin(time);
    }

    /**
     * How long the last of {@code reads} reads would wait. When that is short enough and the reads exceed a share of
     * one round, they are reserved: later requests wait for them as if they already waited. Smaller requests are not
     * reserved, because reads shared with others or never made would make the queue look longer than it is.
     */
    synchronized Duration reserve(RequesterKey requester, int reads, Duration longestWait) {
        long now = clock.millis();
        long wait = Math.max(0, queue.earliestStartOfReads(requester, reads, state, now) - now);
        if (wait <= longestWait.toMillis() && reads > RoundRobinShare.CALLS_PER_ROUND) {
            queue.reserveReads(requester, reads);
        }
        return Duration.ofMillis(wait);
    }

    synchronized void release(RequesterKey requester) {
        queue.releaseReads(requester);
    }

    synchronized Quota quota() {
        long now = clock.millis();
        return new Quota(
                state.remaining(now),
                Math.toIntExact(Math.min(state.dailyRemaining(now), Integer.MAX_VALUE)),
                timeOfDay.instant().plusMillis(state.fullAt(now) - now));
    }

    private void grantPermits(List<Runnable> outcomes, Waiter joining, long now) {
        Optional<Waiter> next = queue.next(state.readsBeforeWrites(now));
        while (next.isPresent() && state.allows(next.get().request.kind, now)) {
            Waiter waiter = next.get();
            queue.grant(waiter);
            Permit permit = new Permit(this, state.count(waiter.request.kind, now));
            outcomes.add(
                    waiter == joining
                            ? () -> waiter.grant(permit)
                            : () -> waiter.executor.execute(() -> waiter.grant(permit)));
            next = queue.next(state.readsBeforeWrites(now));
        }
        refuseLate(outcomes, CallKind.WRITE, now);
        refuseLate(outcomes, CallKind.READ, now);
    }

    /** Deadlines differ, so any waiter may be too late. Those behind a refused one move up. */
    private void refuseLate(List<Runnable> outcomes, CallKind kind, long now) {
        int ahead = 0;
        for (Waiter waiter : queue.inOrder(kind)) {
            long earliest = queue.earliestStart(kind, ahead, state, now);
            if (earliest <= waiter.request.deadline && now < waiter.request.deadline) {
                ahead++;
            } else {
                queue.remove(waiter);
                refuse(outcomes, waiter, earliest, now);
            }
        }
    }

    /** A waiter that was held up by a probe need not retry before the probe is given up. */
    private void refuse(List<Runnable> outcomes, Waiter waiter, long earliest, long now) {
        long next = Math.max(earliest, state.probeEndsAt());
        BudgetSpentException spent = new BudgetSpentException(Duration.ofMillis(Math.max(next - now, 1)));
        outcomes.add(() -> waiter.executor.execute(() -> waiter.refuse(spent)));
    }

    private void scheduleWakeup(long now) {
        long next = nextChange(now);
        if (next < wakeupAt) {
            wakeupAt = next;
            wakeup.schedule(
                    Duration.ofMillis(Math.max(1, next - now)),
                    () -> update((same, at) -> wakeupAt = wakeupAt == next ? NONE : wakeupAt));
        }
    }

    /** When waiters can move up without an answer: a free call, a deadline, or a probe that is given up. */
    private long nextChange(long now) {
        long next = NONE;
        for (CallKind kind : CallKind.values()) {
            if (queue.size(kind) > 0) {
                long earliest = Math.max(queue.earliestStart(kind, 0, state, now), state.probeEndsAt());
                next = Math.min(next, Math.min(earliest, queue.earliestDeadline(kind)));
            }
        }
        return next;
    }
}
