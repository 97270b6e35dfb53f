package ghl.gateway.highlevel.budget;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Who waits for a location's calls: writes before reads, each in the order in which they came. */
final class Line {

    private final Map<CallKind, TreeSet<Waiting>> byKind = new EnumMap<>(CallKind.class);

    Line() {
        for (CallKind kind : CallKind.values()) {
            byKind.put(kind, new TreeSet<>(Comparator.comparing(Waiting::turn)));
        }
    }

    void add(Waiting waiting) {
        of(waiting).add(waiting);
    }

    void remove(Waiting waiting) {
        of(waiting).remove(waiting);
    }

    /** Who goes next. */
    Optional<Waiting> first() {
        return first(CallKind.WRITE).or(() -> first(CallKind.READ));
    }

    Optional<Waiting> first(CallKind kind) {
        TreeSet<Waiting> line = byKind.get(kind);
        return line.isEmpty() ? Optional.empty() : Optional.of(line.first());
    }

    /** Of those who wait, who must go first of all. */
    long firstDeadline(CallKind kind) {
        return byKind.get(kind).stream()
                .mapToLong(waiting -> waiting.turn().deadline())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    int waiting(CallKind kind) {
        return byKind.get(kind).size();
    }

    /** As they stand now, in the order in which they go. */
    List<Waiting> inOrder(CallKind kind) {
        return List.copyOf(byKind.get(kind));
    }

    /** When it could be the turn of one with so many of its kind ahead, at the earliest. */
    long earliest(CallKind kind, int ahead, Allowance allowance, long now) {
        return kind == CallKind.WRITE
                ? allowance.earliest(CallKind.WRITE, 0, ahead, now)
                : allowance.earliest(CallKind.READ, ahead, waiting(CallKind.WRITE), now);
    }

    private TreeSet<Waiting> of(Waiting waiting) {
        return byKind.get(waiting.turn().kind());
    }
}
