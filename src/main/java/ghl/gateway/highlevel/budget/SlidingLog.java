package ghl.gateway.highlevel.budget;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The calls within a sliding window. All times are milliseconds of the steady clock. Times are rounded up to one of {@value #SLOTS}
 * slots per window, so the size does not depend on the number of calls.
 */
final class SlidingLog {

    private static final int SLOTS = 500;

    private final TreeMap<Long, Integer> callsBySlot = new TreeMap<>();
    private final long slotMs;
    private final long lengthMs;
    private int count;

    SlidingLog(Duration length) {
        this.lengthMs = length.toMillis();
        this.slotMs = Math.max(1, lengthMs / SLOTS);
    }

    SlidingLog copy(Duration length) {
        SlidingLog copy = new SlidingLog(length);
        callsBySlot.forEach(copy::add);
        return copy;
    }

    void add(long at, int calls) {
        callsBySlot.merge(slot(at), calls, Integer::sum);
        count += calls;
    }

    /** Removes one call, unless it has left the window. */
    void remove(long at) {
        if (callsBySlot.containsKey(slot(at))) {
            callsBySlot.compute(slot(at), (slot, calls) -> calls == 1 ? null : calls - 1);
            count--;
        }
    }

    int count(long now) {
        while (!callsBySlot.isEmpty() && callsBySlot.firstKey() + lengthMs <= now) {
            count -= callsBySlot.pollFirstEntry().getValue();
        }
        return count;
    }

    int slots() {
        return callsBySlot.size();
    }

    /** When {@code more} calls fit into the window, if no other calls are made. */
    long freeAt(int capacity, int more, long now) {
        int fullRounds = (more - 1) / capacity;
        int inLastRound = more - fullRounds * capacity;
        return emptiedAt(count(now) + inLastRound - capacity, now) + fullRounds * lengthMs;
    }

    /** When this many of the oldest calls have left the window. */
    private long emptiedAt(int calls, long now) {
        int missing = calls;
        long time = now;
        for (Map.Entry<Long, Integer> slot : callsBySlot.entrySet()) {
            if (missing <= 0) {
                break;
            }
            missing -= slot.getValue();
            time = slot.getKey() + lengthMs;
        }
        return time;
    }

    private long slot(long at) {
        return Math.floorDiv(at + slotMs - 1, slotMs) * slotMs;
    }
}
