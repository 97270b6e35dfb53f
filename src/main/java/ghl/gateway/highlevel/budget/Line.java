package ghl.gateway.highlevel.budget;

import java.util.Comparator;
import java.util.EnumMap;
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

    boolean contains(Waiting waiting) {
        return of(waiting).contains(waiting);
    }

    /** Who goes next. */
    Optional<Waiting> first() {
        return first(CallKind.WRITE).or(() -> first(CallKind.READ));
    }

    Optional<Waiting> first(CallKind kind) {
        TreeSet<Waiting> line = byKind.get(kind);
        return line.isEmpty() ? Optional.empty() : Optional.of(line.first());
    }

    int waiting(CallKind kind) {
        return byKind.get(kind).size();
    }

    /** When it could be its turn at the earliest. */
    long earliest(Waiting waiting, Allowance allowance, long now) {
        int ahead = ahead(waiting);
        return waiting.turn().kind() == CallKind.WRITE
                ? allowance.earliest(CallKind.WRITE, 0, ahead, now)
                : allowance.earliest(
                        CallKind.READ, ahead, byKind.get(CallKind.WRITE).size(), now);
    }

    private int ahead(Waiting waiting) {
        TreeSet<Waiting> line = of(waiting);
        return line.last() == waiting ? line.size() - 1 : line.headSet(waiting).size();
    }

    private TreeSet<Waiting> of(Waiting waiting) {
        return byKind.get(waiting.turn().kind());
    }
}
