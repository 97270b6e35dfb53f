package ghl.gateway.highlevel.budget;

import static ghl.gateway.highlevel.budget.BudgetLimits.MARGIN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The limits on one location's calls in a while: the gateway's own, and the one that the CRM tells of. */
final class Windows {

    private final BudgetLimits limits;
    private final Window own;

    /** What the CRM tells, where it allows less than {@link #own}; else null. Calls are counted in both. */
    private Window told;

    private long counted;

    Windows(BudgetLimits limits) {
        this.limits = limits;
        this.own = new Window(limits.burst(), limits.window().plus(MARGIN));
    }

    long roomAt(CallKind kind, int readsAhead, int writesAhead, long now) {
        return latest(window -> window.roomAt(kind, readsAhead, writesAhead, now));
    }

    long wholeAt(long now) {
        return latest(window -> window.wholeAt(now));
    }

    long lengthMs() {
        return latest(Window::lengthMs);
    }

    int left(long now) {
        return (int) least(window -> window.left(now));
    }

    int owedToReads(long now) {
        return (int) least(window -> window.owedToReads(now));
    }

    /** How many reads fit into such a time from an empty log on. */
    int readsWithin(Duration time) {
        return (int) least(window -> window.readsWithin(time.toMillis()));
    }

    CountedCall take(CallKind kind, long now) {
        all().forEach(window -> window.add(kind, now));
        return new CountedCall(kind, now, tellsOf().held(now), ++counted);
    }

    void giveBack(CountedCall call) {
        all().forEach(window -> window.remove(call.kind(), call.at()));
    }

    void move(CountedCall call, long to) {
        giveBack(call);
        all().forEach(window -> window.add(call.kind(), to));
    }

    void learn(Integer tellsMax, Optional<Duration> tellsInterval) {
        if (tellsMax == null && tellsInterval.isEmpty()) {
            return;
        }
        int max = tellsMax == null ? limits.burst() : Math.max(1, tellsMax);
        Duration length = tellsInterval.orElse(limits.window()).plus(MARGIN);
        if (max >= own.capacity() && length.toMillis() <= own.lengthMs()) {
            told = null;
        } else if (told != null && told.hasLength(length)) {
            told.holdsAtMost(max);
        } else {
            told = own.limitedTo(max, length);
        }
    }

    /**
     * What is missing although nobody here can have used it. A slow answer tells of a moment since which calls have left the
     * log and others gone: all that were counted at its call or since may be in it.
     */
    void countOthers(CountedCall call, int remaining, long now) {
        long ours = call.held() + counted - call.counted();
        int others = (int) Math.max(0, tellsOf().capacity() - ours - remaining);
        if (others > 0) {
            all().forEach(window -> window.addOthers(others, now));
            counted += others;
        }
    }

    private List<Window> all() {
        return told == null ? List.of(own) : List.of(own, told);
    }

    /** The window that the CRM's {@code Remaining} is of, as far as is known. */
    private Window tellsOf() {
        return told == null ? own : told;
    }

    private long latest(ToLongFunction<Window> of) {
        return told == null ? of.applyAsLong(own) : Math.max(of.applyAsLong(own), of.applyAsLong(told));
    }

    private long least(ToLongFunction<Window> of) {
        return told == null ? of.applyAsLong(own) : Math.min(of.applyAsLong(own), of.applyAsLong(told));
    }
}
