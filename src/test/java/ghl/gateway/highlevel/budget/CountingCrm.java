package ghl.gateway.highlevel.budget;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** A CRM that counts calls in a sliding window and reports in its headers what is left. */
final class CountingCrm {

    private final int limit;
    private final long windowMs;
    private final Deque<Long> counted = new ArrayDeque<>();
    private int refusals;

    CountingCrm(int limit, long windowMs) {
        this.limit = limit;
        this.windowMs = windowMs;
    }

    /** One more call. @return whether it was refused */
    boolean receive(long now) {
        expire(now);
        if (counted.size() >= limit) {
            refusals++;
            return true;
        }
        counted.addLast(now);
        return false;
    }

    RateHeaders headers(long now) {
        expire(now);
        return new RateHeaders(limit, limit - counted.size(), Duration.ofMillis(windowMs), 1_000L, null);
    }

    int refusals() {
        return refusals;
    }

    private void expire(long now) {
        while (!counted.isEmpty() && counted.peekFirst() <= now - windowMs) {
            counted.removeFirst();
        }
    }
}
