package ghl.gateway.highlevel.budget;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who waits for a location's calls: writes before reads. */
final class Line {

    private final Map<CallKind, FairLine> byKind = new EnumMap<>(CallKind.class);

    Line() {
        for (CallKind kind : CallKind.values()) {
            byKind.put(kind, new FairLine());
        }
    }

    void add(Waiting waiting) {
        of(waiting).add(waiting);
    }

    void remove(Waiting waiting) {
        of(waiting).remove(waiting);
    }

    /** It is the turn of this one. */
    void goes(Waiting first) {
        of(first).goes(first);
    }

    /** Who goes next. */
    Optional<Waiting> first() {
        return Optional.ofNullable(byKind.get(CallKind.WRITE).first())
                .or(() -> Optional.ofNullable(byKind.get(CallKind.READ).first()));
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
    List<Waiting> inOrder(CallKind kind) {
        return byKind.get(kind).inOrder();
    }

    /** When the last of so many reads of a newcomer could go at the earliest. */
    long earliestOfReads(int reads, Allowance allowance, long now) {
        int ahead = byKind.get(CallKind.READ).aheadOfNewcomer(reads);
        return earliest(CallKind.READ, ahead + reads - 1, allowance, now);
    }

    /** When it could be the turn of one with so many of its kind ahead, at the earliest. */
    long earliest(CallKind kind, int ahead, Allowance allowance, long now) {
        return kind == CallKind.WRITE
                ? allowance.earliest(CallKind.WRITE, 0, ahead, now)
                : allowance.earliest(CallKind.READ, ahead, waiting(CallKind.WRITE), now);
    }

    private FairLine of(Waiting waiting) {
        return byKind.get(waiting.turn().kind());
    }
}
