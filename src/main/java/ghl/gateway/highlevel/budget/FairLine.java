package ghl.gateway.highlevel.budget;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Who waits for calls of one kind, in rounds: each caller has one place in a round, and those of a round go in the order
 * in which they came. Whoever asks for much thus waits for others once per call, and nobody waits for all that another
 * one asked for. Those who can wait go when nobody else does.
 */
final class FairLine {

    /** The places that a caller has. */
    private static final class Places {
        private int many;
        private long lastRound;
    }

    private final TreeSet<Waiting> waiting =
            new TreeSet<>((one, other) -> one.turn().compareTo(other.turn()));
    private final Map<Object, Places> byCaller = new IdentityHashMap<>();
    private long round;

    /** Whoever takes a turn again has the old place. */
    void add(Waiting newcomer) {
        Turn turn = newcomer.turn();
        Places places = byCaller.computeIfAbsent(turn.caller(), caller -> new Places());
        places.many++;
        if (turn.round() == 0) {
            places.lastRound = Math.max(round, places.lastRound) + 1;
            turn.joins(places.lastRound);
        }
        waiting.add(newcomer);
    }

    void remove(Waiting gone) {
        if (waiting.remove(gone)) {
            byCaller.computeIfPresent(gone.turn().caller(), (caller, places) -> --places.many == 0 ? null : places);
        }
    }

    /** It is the turn of this one. */
    void goes(Waiting first) {
        remove(first);
        if (!first.turn().canWait()) {
            round = Math.max(round, first.turn().round());
        }
    }

    /** Null when nobody waits. */
    Waiting first() {
        return waiting.isEmpty() ? null : waiting.first();
    }

    int size() {
        return waiting.size();
    }

    /** How many would go before the last of so many that a newcomer asked for now. */
    int aheadOfNewcomer(int calls) {
        long lastRound = round + calls;
        return (int) waiting.stream()
                .filter(one -> !one.turn().canWait() && one.turn().round() <= lastRound)
                .count();
    }

    /** As they stand now. */
    List<Waiting> inOrder() {
        return List.copyOf(waiting);
    }
}
