package ghl.gateway.highlevel.budget;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who waits for a location's calls: writes before reads, but for a few. */
final class CallQueue {

    private final Map<CallKind, FairQueue> byKind = new EnumMap<>(CallKind.class);

    CallQueue() {
        for (CallKind kind : CallKind.values()) {
            byKind.put(kind, new FairQueue());
        }
    }

    void add(Waiter waiting) {
        of(waiting).add(waiting);
    }

    void remove(Waiter waiting) {
        of(waiting).remove(waiting);
    }

    /** It is the turn of this one. */
    void goes(Waiter first) {
        of(first).goes(first);
    }

    /**
     * Who goes next.
     *
     * @param owedToReads how many reads go before writes now
     */
    Optional<Waiter> first(int owedToReads) {
        boolean readsFirst = owedToReads > 0 && waiting(CallKind.READ) > 0 || waiting(CallKind.WRITE) == 0;
        return Optional.ofNullable(
                byKind.get(readsFirst ? CallKind.READ : CallKind.WRITE).first());
    }

    /** Of those who wait, who must go first of all. */
    long firstDeadline(CallKind kind) {
        return inOrder(kind).stream()
                .mapToLong(waiting -> waiting.turn().deadline())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    int waiting(CallKind kind) {
        return byKind.get(kind).size();
    }

    /** As they stand now, in the order in which they go. */
    List<Waiter> inOrder(CallKind kind) {
        return byKind.get(kind).inOrder();
    }

    /** When the last of so many reads could go at the earliest that a request asked for now. */
    long earliestOfReads(RequesterKey asker, int reads, RateLimitState allowance, long now) {
        FairQueue line = byKind.get(CallKind.READ);
        long latest = earliest(CallKind.READ, line.atMostAhead() + reads - 1, allowance, now);
        return latest <= now
                ? latest
                : earliest(CallKind.READ, line.aheadOfNewcomer(asker, reads) + reads - 1, allowance, now);
    }

    void promiseReads(RequesterKey asker, int reads) {
        byKind.get(CallKind.READ).promise(asker, reads);
    }

    void releaseReads(RequesterKey asker) {
        byKind.get(CallKind.READ).release(asker);
    }

    /** When it could be the turn of one who came now, at the earliest. */
    long earliestOfNext(CallKind kind, RateLimitState allowance, long now) {
        return earliest(kind, byKind.get(kind).inEarnest(), allowance, now);
    }

    /** When it could be the turn of one with so many of its kind ahead, at the earliest. */
    long earliest(CallKind kind, int ahead, RateLimitState allowance, long now) {
        return kind == CallKind.WRITE
                ? allowance.earliest(CallKind.WRITE, 0, ahead, now)
                : allowance.earliest(CallKind.READ, ahead, waiting(CallKind.WRITE), now);
    }

    private FairQueue of(Waiter waiting) {
        return byKind.get(waiting.turn().kind());
    }
}
