package ghl.gateway.highlevel.budget;

import ghl.gateway.contact.Quota;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One location's calls: who may make one now, and who waits. Outcomes are told outside of the lock. */
final class LocationBudget {

    /** Something that becomes known and may let the line move. */
    interface Notification {
        void tell(RateLimitState allowance, long now);
    }

    private static final long NO_ALARM = Long.MAX_VALUE;

    private final RateLimitState allowance;
    private final CallQueue line = new CallQueue();
    private final Clock clock;
    private final Clock timeOfDay;
    private final Wakeup alarm;
    private long alarmAt = NO_ALARM;

    /**
     * @param clock never goes back
     * @param timeOfDay may
     */
    LocationBudget(BudgetLimits limits, Clock clock, Clock timeOfDay, Wakeup alarm) {
        this.allowance = new RateLimitState(limits, timeOfDay);
        this.clock = clock;
        this.timeOfDay = timeOfDay;
        this.alarm = alarm;
    }

    /** Lets it go at once where it may, so that nobody pays for a line that is empty. */
    void join(Waiter waiting) {
        List<Runnable> outcomes = new ArrayList<>();
        synchronized (this) {
            long now = clock.millis();
            line.add(waiting);
            moveOn(outcomes, waiting, now);
            setAlarm(now);
        }
        outcomes.forEach(Runnable::run);
    }

    void leave(Waiter waiting) {
        if (waiting.leave()) {
            settle((same, now) -> line.remove(waiting));
        }
    }

    void settle(Notification news) {
        List<Runnable> outcomes = new ArrayList<>();
        synchronized (this) {
            long now = clock.millis();
            news.tell(allowance, now);
            moveOn(outcomes, null, now);
            setAlarm(now);
        }
        outcomes.forEach(Runnable::run);
    }

    /** Whether a read that came now would have to wait for calls to come back; a scout that is out does not count. */
    synchronized boolean isShort() {
        long now = clock.millis();
        return line.earliestOfNext(CallKind.READ, allowance, now) > now;
    }

    /** How long a call that came now would have to wait. */
    synchronized Duration wait(CallKind kind) {
        long now = clock.millis();
        return Duration.ofMillis(line.earliestOfNext(kind, allowance, now) - now);
    }

    synchronized int readsWithin(Duration time) {
        return allowance.readsWithin(time);
    }

    /**
     * How long a request would have to wait for the last of so many reads. Where it can, and they are more than its part of a
     * round, they are promised to it: who comes later waits for them as if it had asked for them. Fewer are let in as the
     * line stands: what others share of them, or leave, is seen only when they are there.
     */
    synchronized Duration admit(RequesterKey asker, int reads, Duration patience) {
        long now = clock.millis();
        long wait = Math.max(0, line.earliestOfReads(asker, reads, allowance, now) - now);
        if (wait <= patience.toMillis() && reads > RoundRobinShare.CALLS_IN_A_ROUND) {
            line.promiseReads(asker, reads);
        }
        return Duration.ofMillis(wait);
    }

    synchronized void release(RequesterKey asker) {
        line.releaseReads(asker);
    }

    synchronized Quota quota() {
        long now = clock.millis();
        return new Quota(
                allowance.remaining(now),
                Math.toIntExact(Math.min(allowance.dailyRemaining(now), Integer.MAX_VALUE)),
                timeOfDay.instant().plusMillis(allowance.wholeAt(now) - now));
    }

    /** @param here who is just joining, and hears of its turn on its own thread; null when nobody is */
    private void moveOn(List<Runnable> outcomes, Waiter here, long now) {
        Optional<Waiter> next = line.first(allowance.owedToReads(now));
        while (next.isPresent() && allowance.mayGo(next.get().turn().kind(), now)) {
            Waiter first = next.get();
            line.goes(first);
            Permit grant = new Permit(this, allowance.take(first.turn().kind(), now));
            outcomes.add(
                    first == here
                            ? () -> first.go(grant)
                            : () -> first.whereItWaits().execute(() -> first.go(grant)));
            next = line.first(allowance.owedToReads(now));
        }
        dropLate(outcomes, CallKind.WRITE, now);
        dropLate(outcomes, CallKind.READ, now);
    }

    /** Deadlines differ, so anybody in the line may be too late; who leaves lets those behind move up. */
    private void dropLate(List<Runnable> outcomes, CallKind kind, long now) {
        int ahead = 0;
        for (Waiter waiting : line.inOrder(kind)) {
            long earliest = line.earliest(kind, ahead, allowance, now);
            long deadline = waiting.turn().deadline();
            if (earliest <= deadline && now < deadline) {
                ahead++;
            } else {
                line.remove(waiting);
                refuse(outcomes, waiting, earliest, now);
            }
        }
    }

    /** Who has waited for a scout in vain need not come back before that one is given up. */
    private void refuse(List<Runnable> outcomes, Waiter waiting, long earliest, long now) {
        long next = Math.max(earliest, allowance.scoutEnd());
        BudgetSpentException spent = new BudgetSpentException(Duration.ofMillis(Math.max(next - now, 1)));
        outcomes.add(() -> waiting.whereItWaits().execute(() -> waiting.refuse(spent)));
    }

    private void setAlarm(long now) {
        long next = nextMoment(now);
        if (next < alarmAt) {
            alarmAt = next;
            alarm.ring(Duration.ofMillis(Math.max(1, next - now)), () -> ring(next));
        }
    }

    private void ring(long at) {
        settle((same, now) -> alarmAt = alarmAt == at ? NO_ALARM : alarmAt);
    }

    /** When the line could move without anybody's news: a turn, a deadline, or a scout that stays out. */
    private long nextMoment(long now) {
        long next = NO_ALARM;
        for (CallKind kind : CallKind.values()) {
            if (line.waiting(kind) > 0) {
                long earliest = Math.max(line.earliest(kind, 0, allowance, now), allowance.scoutEnd());
                next = Math.min(next, Math.min(earliest, line.firstDeadline(kind)));
            }
        }
        return next;
    }
}
