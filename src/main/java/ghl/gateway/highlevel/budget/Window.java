package ghl.gateway.highlevel.budget;

import java.time.Duration;

/** So many calls in any interval of one length, of which reads may make a share. Moments are epoch milliseconds. */
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

    /** Another limit on the calls that this one holds. */
    Window limitedTo(int otherCapacity, Duration otherLength) {
        return new Window(otherCapacity, otherLength, all.copy(otherLength), reads.copy(otherLength));
    }

    void holdsAtMost(int calls) {
        capacity = calls;
    }

    boolean hasLength(Duration other) {
        return length.equals(other);
    }

    long lengthMs() {
        return length.toMillis();
    }

    long roomAt(CallKind kind, int readsAhead, int writesAhead, long now) {
        long room = all.roomAt(capacity, readsAhead + writesAhead + 1, now);
        if (kind == CallKind.WRITE) {
            return room;
        }
        long behindWrites = Math.max(room, reads.roomAt(BudgetLimits.shareOfReads(capacity), readsAhead + 1, now));
        return Math.min(behindWrites, roomBeforeWritesAt(readsAhead, now));
    }

    /** When it is among the few that go before writes. */
    private long roomBeforeWritesAt(int readsAhead, long now) {
        int few = BudgetLimits.leftToReads(capacity);
        return few == 0
                ? Long.MAX_VALUE
                : Math.max(all.roomAt(capacity, readsAhead + 1, now), reads.roomAt(few, readsAhead + 1, now));
    }

    /** How many reads go before writes now, should so many wait. */
    int owedToReads(long now) {
        return Math.max(0, BudgetLimits.leftToReads(capacity) - reads.held(now));
    }

    /** How many reads fit into such a time from an empty log on. */
    int readsWithin(long timeMs) {
        return (int) (BudgetLimits.shareOfReads(capacity) * (1 + timeMs / lengthMs()));
    }

    long wholeAt(long now) {
        return all.roomAt(capacity, capacity, now);
    }

    int held(long now) {
        return all.held(now);
    }

    int left(long now) {
        return Math.max(0, capacity - held(now));
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
