package ghl.gateway.highlevel.budget;

import static ghl.gateway.highlevel.budget.BudgetLimits.MARGIN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The gateway's own window of one location, and the stricter one that the CRM reports, if any. */
final class Windows {

    private final BudgetLimits limits;
    private final Window own;

    /** The CRM's window where it allows less than {@link #own}, else null. Calls are counted in both. */
    private Window reported;

    private long total;

    Windows(BudgetLimits limits) {
        this.limits = limits;
        this.own = new Window(limits.burst(), limits.window().plus(MARGIN));
    }

    long freeAt(CallKind kind, int readsAhead, int writesAhead, long now) {
        return max(window -> window.freeAt(kind, readsAhead, writesAhead, now));
    }

    long fullAt(long now) {
        return max(window -> window.fullAt(now));
    }

    long lengthMs() {
        return max(Window::lengthMs);
    }

    int remaining(long now) {
        return min(window -> window.remaining(now));
    }

    int readsBeforeWrites(long now) {
        return min(window -> window.readsBeforeWrites(now));
    }

    int readsWithin(Duration time) {
        return min(window -> window.readsWithin(time.toMillis()));
    }

    CountedCall count(CallKind kind, long now) {
        all().forEach(window -> window.add(kind, now));
        return new CountedCall(kind, now, crmWindow().count(now), ++total);
    }

    void uncount(CountedCall call) {
        all().forEach(window -> window.remove(call.kind(), call.at()));
    }

    void move(CountedCall call, long to) {
        uncount(call);
        all().forEach(window -> window.add(call.kind(), to));
    }

    void update(Integer reportedMax, Optional<Duration> reportedInterval) {
        if (reportedMax == null && reportedInterval.isEmpty()) {
            return;
        }
        int max = reportedMax == null ? limits.burst() : Math.max(1, reportedMax);
        Duration length = reportedInterval.orElse(limits.window()).plus(MARGIN);
        if (max >= own.capacity() && length.toMillis() <= own.lengthMs()) {
            reported = null;
        } else if (reported != null && reported.hasLength(length)) {
            reported.setCapacity(max);
        } else {
            reported = own.withLimit(max, length);
        }
    }

    /**
     * Counts the calls of other clients: those that {@code remaining} shows as used and that cannot be this gateway's.
     * A slow answer describes an earlier moment, so all calls counted at its start or since then are taken for this
     * gateway's.
     */
    void countOthers(CountedCall call, int remaining, long now) {
        long ours = call.inWindow() + total - call.total();
        int others = (int) Math.max(0, crmWindow().capacity() - ours - remaining);
        if (others > 0) {
            all().forEach(window -> window.addOthers(others, now));
            total += others;
        }
    }

    private List<Window> all() {
        return reported == null ? List.of(own) : List.of(own, reported);
    }

    /** The window that the CRM's {@code Remaining} header refers to, as far as is known. */
    private Window crmWindow() {
        return reported == null ? own : reported;
    }

    private long max(ToLongFunction<Window> of) {
        return reported == null ? of.applyAsLong(own) : Math.max(of.applyAsLong(own), of.applyAsLong(reported));
    }

    private int min(ToLongFunction<Window> of) {
        long min = of.applyAsLong(own);
        return (int) (reported == null ? min : Math.min(min, of.applyAsLong(reported)));
    }
}
