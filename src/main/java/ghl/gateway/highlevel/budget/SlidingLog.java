package ghl.gateway.highlevel.budget;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The calls of the last while, all moments in epoch milliseconds. Moments are rounded up to slots, a few hundred to the
 * length, so that it stays small however many calls it holds.
 */
final class SlidingLog {

    private static final int SLOTS = 500;

    private final TreeMap<Long, Integer> callsBySlot = new TreeMap<>();
    private final long slotMs;
    private final long lengthMs;
    private int held;

    SlidingLog(Duration length) {
        this.lengthMs = length.toMillis();
        this.slotMs = Math.max(1, lengthMs / SLOTS);
    }

    long lengthMs() {
        return lengthMs;
    }

    /** The same calls, kept for another while. */
    SlidingLog copy(Duration length) {
        SlidingLog copy = new SlidingLog(length);
        callsBySlot.forEach(copy::add);
        return copy;
    }

    void add(long at, int calls) {
        callsBySlot.merge(slot(at), calls, Integer::sum);
        held += calls;
    }

    /** Takes back one call, unless it has left already. */
    void remove(long at) {
        Integer calls = callsBySlot.get(slot(at));
        if (calls != null) {
            callsBySlot.compute(slot(at), (slot, many) -> many == 1 ? null : many - 1);
            held--;
        }
    }

    int held(long now) {
        while (!callsBySlot.isEmpty() && callsBySlot.firstKey() + lengthMs <= now) {
            held -= callsBySlot.pollFirstEntry().getValue();
        }
        return held;
    }

    int slots() {
        return callsBySlot.size();
    }

    /** When {@code more} calls would fit beside what is held, if nobody else makes any. */
    long roomAt(int capacity, int more, long now) {
        int fullRounds = (more - 1) / capacity;
        int inLastRound = more - fullRounds * capacity;
        return freeAt(held(now) + inLastRound - capacity, now) + fullRounds * lengthMs;
    }

    private long freeAt(int calls, long now) {
        int missing = calls;
        long moment = now;
        for (Map.Entry<Long, Integer> slot : callsBySlot.entrySet()) {
            if (missing <= 0) {
                break;
            }
            missing -= slot.getValue();
            moment = slot.getKey() + lengthMs;
        }
        return moment;
    }

    private long slot(long at) {
        return Math.floorDiv(at + slotMs - 1, slotMs) * slotMs;
    }
}
