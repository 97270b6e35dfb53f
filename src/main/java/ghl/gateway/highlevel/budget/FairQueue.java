package ghl.gateway.highlevel.budget;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Who waits for calls of one kind, in rounds: each caller has its {@link RoundRobinShare} of a round, and within a caller each
 * request. Whoever asks for much thus waits for the others with each few calls, and nobody waits for all that another one
 * asked for. Those who were refused by the CRM have gone once and go first; those who can wait go when nobody else does.
 */
final class FairQueue {

    /** What one request waits for, and what it is going to ask for. */
    static final class Request {
        private final RoundRobinShare share;
        private final TreeSet<Waiter> waiting = inOrderOfComing();
        private int promised;

        private Request(RoundRobinShare share) {
            this.share = share;
        }

        private boolean isOver() {
            return waiting.isEmpty() && promised == 0;
        }

        private List<RoundRobinShare.Place> places(boolean withPromised) {
            if (waiting.isEmpty() && !withPromised) {
                return List.of();
            }
            List<RoundRobinShare.Place> places = new ArrayList<>();
            waiting.forEach(one -> places.add(new RoundRobinShare.Place(0, 0, this, one)));
            places.addAll(
                    Collections.nCopies(withPromised ? promised : 0, new RoundRobinShare.Place(0, 0, this, null)));
            return share.among(places);
        }
    }

    private static final class Caller {
        private final RoundRobinShare share;
        private final Map<Object, Request> requests = new IdentityHashMap<>();
        private long round;

        private Caller(RoundRobinShare share) {
            this.share = share;
        }

        private List<RoundRobinShare.Place> places(boolean withPromised) {
            List<RoundRobinShare.Place> places = new ArrayList<>();
            requests.values().forEach(request -> places.addAll(request.places(withPromised)));
            Collections.sort(places);
            return share.among(places);
        }
    }

    private final Map<Object, Caller> callers = new HashMap<>();
    private final TreeSet<Waiter> again = inOrderOfComing();
    private final TreeSet<Waiter> canWait = inOrderOfComing();
    private long round;
    private long came;
    private int size;
    private int promised;

    /** Where nobody else waits, nobody needs to be put in order. */
    private Waiter only;

    void add(Waiter newcomer) {
        if (place(newcomer).add(newcomer)) {
            size++;
            only = size == 1 ? newcomer : null;
        }
    }

    private TreeSet<Waiter> place(Waiter newcomer) {
        PermitRequest turn = newcomer.turn();
        if (turn.canWait()) {
            return canWait;
        }
        if (turn.hasGone()) {
            return again;
        }
        Request request = request(turn.asker());
        changePromise(request, request.promised > 0 ? -1 : 0);
        return request.waiting;
    }

    private Request request(RequesterKey asker) {
        Caller caller =
                callers.computeIfAbsent(asker.caller(), first -> new Caller(new RoundRobinShare(++came, round + 1)));
        return caller.requests.computeIfAbsent(
                asker.request(), first -> new Request(new RoundRobinShare(++came, caller.round + 1)));
    }

    void remove(Waiter gone) {
        RequesterKey asker = gone.turn().asker();
        Request request = known(asker);
        if (again.remove(gone) || canWait.remove(gone) || request != null && request.waiting.remove(gone)) {
            size--;
            only = null;
        }
        forgetIfOver(asker, request);
    }

    /** It is the turn of this one. */
    void goes(Waiter first) {
        PermitRequest turn = first.turn();
        Request request = known(turn.asker());
        if (request != null && request.waiting.contains(first)) {
            Caller caller = callers.get(turn.asker().caller());
            caller.round = Math.max(caller.round, request.share.goes());
            round = Math.max(round, caller.share.goes());
        }
        remove(first);
        turn.goes();
    }

    /** Null when nobody waits. */
    Waiter first() {
        if (size == 0) {
            return null;
        }
        return only == null ? inOrder().get(0) : only;
    }

    int size() {
        return size;
    }

    /** How many wait whose answers somebody waits for. */
    int inEarnest() {
        return size - canWait.size();
    }

    /** As they stand now. */
    List<Waiter> inOrder() {
        if (size == 0) {
            return List.of();
        }
        List<Waiter> inOrder = new ArrayList<>(again);
        places(false).forEach(place -> inOrder.add(place.waiting()));
        inOrder.addAll(canWait);
        return inOrder;
    }

    /** A request is going to ask for so many calls more: they count as asked for where somebody wants to know the wait. */
    void promise(RequesterKey asker, int calls) {
        changePromise(request(asker), calls);
    }

    /** It will not ask for more than it has. */
    void release(RequesterKey asker) {
        Request request = known(asker);
        if (request != null) {
            changePromise(request, -request.promised);
            forgetIfOver(asker, request);
        }
    }

    private void changePromise(Request request, int by) {
        request.promised += by;
        promised += by;
    }

    /** How many would go before a request at most, whoever it is. */
    int atMostAhead() {
        return size + promised;
    }

    /** How many would go before the last of so many that a request asked for now, these not counted. */
    int aheadOfNewcomer(RequesterKey asker, int calls) {
        promise(asker, calls);
        Request newcomer = known(asker);
        List<RoundRobinShare.Place> places = places(true);
        int last = places.size() - 1;
        while (places.get(last).request() != newcomer) {
            last--;
        }
        changePromise(newcomer, -calls);
        forgetIfOver(asker, newcomer);
        return again.size() + last - (calls - 1);
    }

    private List<RoundRobinShare.Place> places(boolean withPromised) {
        List<RoundRobinShare.Place> places = new ArrayList<>();
        callers.values().forEach(caller -> places.addAll(caller.places(withPromised)));
        Collections.sort(places);
        return places;
    }

    private Request known(RequesterKey asker) {
        Caller caller = callers.get(asker.caller());
        return caller == null ? null : caller.requests.get(asker.request());
    }

    private void forgetIfOver(RequesterKey asker, Request request) {
        if (request != null && request.isOver()) {
            Map<Object, Request> requests = callers.get(asker.caller()).requests;
            requests.remove(asker.request());
            if (requests.isEmpty()) {
                callers.remove(asker.caller());
            }
        }
    }

    private static TreeSet<Waiter> inOrderOfComing() {
        return new TreeSet<>(Comparator.comparingLong(waiting -> waiting.turn().number()));
    }
}
