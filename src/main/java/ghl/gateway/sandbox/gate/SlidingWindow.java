package ghl.gateway.sandbox.gate;

import java.util.ArrayDeque;
import java.util.Deque;

/** Timestamps of the last ten seconds, and the maximum within any ten seconds. */
final class SlidingWindow {

    static final long LENGTH_MS = 10_000;

    private final Deque<Long> moments = new ArrayDeque<>();
    private int max;

    void add(long now) {
        expire(now);
        moments.addLast(now);
        max = Math.max(max, moments.size());
    }

    int size(long now) {
        expire(now);
        return moments.size();
    }

    int max() {
        return max;
    }

    /** Counts per second over the last ten seconds, oldest first. */
    int[] perSecond(long now) {
        expire(now);
        int[] counts = new int[(int) (LENGTH_MS / 1_000)];
        for (long moment : moments) {
            counts[counts.length - 1 - (int) ((now - moment) / 1_000)]++;
        }
        return counts;
    }

    private void expire(long now) {
        while (!moments.isEmpty() && moments.peekFirst() <= now - LENGTH_MS) {
            moments.removeFirst();
        }
    }
}
