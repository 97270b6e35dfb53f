package ghl.gateway.highlevel.budget;

import java.util.ArrayList;
import java.util.List;

/** The share of one caller or request in each round of calls. */
final class RoundRobinShare {

    /** Enough for a contact with all its lists, so that a request for no more completes within one round. */
    static final int CALLS_PER_ROUND = 6;

    /** A call's position: by round, and within a round by order of arrival. */
    record Place(long round, long number, FairQueue.Request request, Waiter waiter) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return round == other.round ? Long.compare(number, other.number) : Long.compare(round, other.round);
        }
    }

    private final long number;
    private long round;
    private int usedInRound;

    RoundRobinShare(long number, long round) {
        this.number = number;
        this.round = round;
    }

    /** The same places in the same order, each in the round in which this share serves it. */
    List<Place> assignRounds(List<Place> places) {
        List<Place> assigned = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            long placeRound = round + (usedInRound + i) / CALLS_PER_ROUND;
            assigned.add(new Place(placeRound, number, place.request(), place.waiter()));
        }
        return assigned;
    }

    /** Uses one call of the share. @return the round that it belongs to */
    long advance() {
        long current = round;
        usedInRound = (usedInRound + 1) % CALLS_PER_ROUND;
        round += usedInRound == 0 ? 1 : 0;
        return current;
    }
}
