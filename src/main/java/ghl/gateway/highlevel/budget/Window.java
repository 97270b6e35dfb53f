package ghl.gateway.highlevel.budget;

import java.time.Duration;

/**
 * A limit of {@code capacity} calls in any interval of one length, part of which is for reads. Times are
 * milliseconds of the steady clock.
 */
final class Window {

    private final Duration length;
    private final SlidingLog all;
    private final SlidingLog reads;
    private int capacity;

    Window(int capacity, Duration length) {
        this(capacity, length, new SlidingLog(length), new SlidingLog(length));
    }

    private Window(int capacity, Duration length, SlidingLog all, SlidingLog reads) {
        this.capacity = capacity;
        this.length = length;
        this.all = all;
        this.reads = reads;
    }

    /** A window with another limit that holds the same calls. */
    Window withLimit(int otherCapacity, Duration otherLength) {
        return new Window(otherCapacity, otherLength, all.copy(otherLength), reads.copy(otherLength));
    }

    void setCapacity(int calls) {
        capacity = calls;
    }

    boolean hasLength(Duration other) {
        return length.equals(other);
    }

    long lengthMs() {
        return length.toMillis();
    }

    long freeAt(CallKind kind, int readsAhead, int writesAhead, long now) {
        long free = all.freeAt(capacity, readsAhead + writesAhead + 1, now);
        if (kind == CallKind.WRITE) {
            return free;
        }
        long behindWrites = Math.max(free, reads.freeAt(BudgetLimits.readShare(capacity), readsAhead + 1, now));
        return Math.min(behindWrites, freeBeforeWritesAt(readsAhead, now));
    }

    /** When a read is among the few that go before writes. */
    private long freeBeforeWritesAt(int readsAhead, long now) {
        int few = BudgetLimits.readsBeforeWrites(capacity);
        return few == 0
                ? Long.MAX_VALUE
                : Math.max(all.freeAt(capacity, readsAhead + 1, now), reads.freeAt(few, readsAhead + 1, now));
    }

    int readsBeforeWrites(long now) {
        return Math.max(0, BudgetLimits.readsBeforeWrites(capacity) - reads.count(now));
    }

    /** How many reads fit into the given time, starting with an empty window. */
    int readsWithin(long timeMs) {
        return (int) (BudgetLimits.readShare(capacity) * (1 + timeMs / lengthMs()));
    }

    long fullAt(long now) {
        return all.freeAt(capacity, capacity, now);
    }

    int count(long now) {
        return all.count(now);
    }

    int remaining(long now) {
        return Math.max(0, capacity - count(now));
    }

    int capacity() {
        return capacity;
    }

    void add(CallKind kind, long at) {
        all.add(at, 1);
        if (kind == CallKind.READ) {
            reads.add(at, 1);
        }
    }

    void addOthers(int calls, long now) {
        all.add(now, calls);
    }

    void remove(CallKind kind, long at) {
        all.remove(at);
        if (kind == CallKind.READ) {
            reads.remove(at);
        }
    }
}
