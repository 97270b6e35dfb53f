package ghl.gateway.highlevel.budget;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests that wait for one location's permits. Writes go first, except for a few reads in each window. */
final class CallQueue {

    private final Map<CallKind, FairQueue> byKind = new EnumMap<>(CallKind.class);

    CallQueue() {
        for (CallKind kind : CallKind.values()) {
            byKind.put(kind, new FairQueue());
        }
    }

    void add(Waiter waiter) {
        queueOf(waiter).add(waiter);
    }

    void remove(Waiter waiter) {
        queueOf(waiter).remove(waiter);
    }

    void grant(Waiter waiter) {
        queueOf(waiter).grant(waiter);
    }

    /** @param readsBeforeWrites how many reads go before writes now */
    Optional<Waiter> next(int readsBeforeWrites) {
        boolean readFirst = readsBeforeWrites > 0 && size(CallKind.READ) > 0 || size(CallKind.WRITE) == 0;
        return Optional.ofNullable(
                byKind.get(readFirst ? CallKind.READ : CallKind.WRITE).next());
    }

    long earliestDeadline(CallKind kind) {
        return inOrder(kind).stream()
                .mapToLong(waiter -> waiter.request.deadline)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    int size(CallKind kind) {
        return byKind.get(kind).size();
    }

    List<Waiter> inOrder(CallKind kind) {
        return byKind.get(kind).inOrder();
    }

    /** Earliest start of the last of {@code reads} reads if the requester asked for them now. */
    long earliestStartOfReads(RequesterKey requester, int reads, RateLimitState state, long now) {
        FairQueue queue = byKind.get(CallKind.READ);
        long latest = earliestStart(CallKind.READ, queue.mostAhead() + reads - 1, state, now);
        return latest <= now
                ? latest
                : earliestStart(CallKind.READ, queue.aheadOf(requester, reads) + reads - 1, state, now);
    }

    void reserveReads(RequesterKey requester, int reads) {
        byKind.get(CallKind.READ).reserve(requester, reads);
    }

    void releaseReads(RequesterKey requester) {
        byKind.get(CallKind.READ).release(requester);
    }

    long earliestStartOfNewcomer(CallKind kind, RateLimitState state, long now) {
        return earliestStart(kind, byKind.get(kind).foregroundSize(), state, now);
    }

    /** Earliest start of a call that has this many of its kind ahead. */
    long earliestStart(CallKind kind, int ahead, RateLimitState state, long now) {
        return kind == CallKind.WRITE
                ? state.earliestStart(CallKind.WRITE, 0, ahead, now)
                : state.earliestStart(CallKind.READ, ahead, size(CallKind.WRITE), now);
    }

    private FairQueue queueOf(Waiter waiter) {
        return byKind.get(waiter.request.kind);
    }
}
