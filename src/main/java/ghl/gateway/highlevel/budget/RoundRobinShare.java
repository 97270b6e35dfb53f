package ghl.gateway.highlevel.budget;

import java.util.ArrayList;
import java.util.List;

/** Somebody's part of the rounds in which calls are made: a few in each. */
final class RoundRobinShare {

    /** A contact with all its lists, so that one who asks for no more is through before the next one begins. */
    static final int CALLS_IN_A_ROUND = 6;

    /** A call, and where it stands among those of others: in its round by who came first. */
    record Place(long round, long number, FairQueue.Request request, Waiter waiting) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return round == other.round ? Long.compare(number, other.number) : Long.compare(round, other.round);
        }
    }

    private final long number;
    private long round;
    private int gone;

    RoundRobinShare(long number, long round) {
        this.number = number;
        this.round = round;
    }

    /** The same places in the same order, with the rounds in which they are this one's turn. */
    List<Place> among(List<Place> own) {
        List<Place> among = new ArrayList<>(own.size());
        for (int before = 0; before < own.size(); before++) {
            Place place = own.get(before);
            long when = round + (gone + before) / CALLS_IN_A_ROUND;
            among.add(new Place(when, number, place.request(), place.waiting()));
        }
        return among;
    }

    /** One call goes. @return in which round */
    long goes() {
        long now = round;
        gone = (gone + 1) % CALLS_IN_A_ROUND;
        round += gone == 0 ? 1 : 0;
        return now;
    }
}
