package ghl.gateway.highlevel.budget;

import ghl.gateway.highlevel.budget.RoundRobinShare.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Waiters of one {@link CallKind}, served round robin: each caller has a {@link RoundRobinShare} of every round, and
 * each request a share of its caller's. A caller with many calls gives way to the others after every few. Calls
 * that the CRM answered with a 429 go first, background refreshes last.
 */
final class FairQueue {

    /** The waiters of one request, and the number of calls reserved for it. */
    static final class Request {
        private final RoundRobinShare share;
        private final TreeSet<Waiter> waiting = byArrival();
        private int reserved;

        private Request(RoundRobinShare share) {
            this.share = share;
        }

        private boolean isDone() {
            return waiting.isEmpty() && reserved == 0;
        }

        private List<Place> places(boolean withReserved) {
            if (waiting.isEmpty() && !withReserved) {
                return List.of();
            }
            List<Place> places = new ArrayList<>();
            waiting.forEach(waiter -> places.add(new Place(0, 0, this, waiter)));
            places.addAll(Collections.nCopies(withReserved ? reserved : 0, new Place(0, 0, this, null)));
            return share.assignRounds(places);
        }
    }

    private static final class Caller {
        private final RoundRobinShare share;
        private final Map<Object, Request> requests = new IdentityHashMap<>();
        private long round;

        private Caller(RoundRobinShare share) {
            this.share = share;
        }

        private List<Place> places(boolean withReserved) {
            List<Place> places = new ArrayList<>();
            requests.values().forEach(request -> places.addAll(request.places(withReserved)));
            Collections.sort(places);
            return share.assignRounds(places);
        }
    }

    private final Map<Object, Caller> callers = new HashMap<>();
    private final TreeSet<Waiter> retrying = byArrival();
    private final TreeSet<Waiter> background = byArrival();
    private long round;
    private long arrivals;
    private int size;
    private int reserved;

    /** Set while exactly one waits: then nothing has to be sorted. */
    private Waiter only;

    void add(Waiter waiter) {
        if (waitersLike(waiter.request).add(waiter)) {
            size++;
            only = size == 1 ? waiter : null;
        }
    }

    private TreeSet<Waiter> waitersLike(PermitRequest permitRequest) {
        if (permitRequest.background) {
            return background;
        }
        if (permitRequest.wasGranted) {
            return retrying;
        }
        Request request = findOrCreate(permitRequest.requester);
        addReserved(request, request.reserved > 0 ? -1 : 0);
        return request.waiting;
    }

    private Request findOrCreate(RequesterKey requester) {
        Caller caller = callers.computeIfAbsent(
                requester.caller(), first -> new Caller(new RoundRobinShare(++arrivals, round + 1)));
        return caller.requests.computeIfAbsent(
                requester.request(), first -> new Request(new RoundRobinShare(++arrivals, caller.round + 1)));
    }

    void remove(Waiter waiter) {
        RequesterKey requester = waiter.request.requester;
        Request request = find(requester);
        if (retrying.remove(waiter) || background.remove(waiter) || request != null && request.waiting.remove(waiter)) {
            size--;
            only = null;
        }
        removeIfDone(requester, request);
    }

    /** Removes a waiter that gets its permit, and advances the rounds. */
    void grant(Waiter waiter) {
        RequesterKey requester = waiter.request.requester;
        Request request = find(requester);
        if (request != null && request.waiting.contains(waiter)) {
            Caller caller = callers.get(requester.caller());
            caller.round = Math.max(caller.round, request.share.advance());
            round = Math.max(round, caller.share.advance());
        }
        remove(waiter);
        waiter.request.wasGranted = true;
    }

    /** Null when the queue is empty. */
    Waiter next() {
        if (size == 0) {
            return null;
        }
        return only == null ? inOrder().get(0) : only;
    }

    int size() {
        return size;
    }

    /** Number of waiters that are not background refreshes. */
    int foregroundSize() {
        return size - background.size();
    }

    /** A snapshot, in the order in which permits will be granted. */
    List<Waiter> inOrder() {
        if (size == 0) {
            return List.of();
        }
        List<Waiter> inOrder = new ArrayList<>(retrying);
        places(false).forEach(place -> inOrder.add(place.waiter()));
        inOrder.addAll(background);
        return inOrder;
    }

    /** Counts calls that a request is going to make as if it already waited for them. */
    void reserve(RequesterKey requester, int calls) {
        addReserved(findOrCreate(requester), calls);
    }

    /** Drops what is reserved for a request and not yet asked for. */
    void release(RequesterKey requester) {
        Request request = find(requester);
        if (request != null) {
            addReserved(request, -request.reserved);
            removeIfDone(requester, request);
        }
    }

    private void addReserved(Request request, int calls) {
        request.reserved += calls;
        reserved += calls;
    }

    /** Upper bound of the calls that go before a newcomer's. */
    int mostAhead() {
        return size + reserved;
    }

    /** How many calls of others go before the last of {@code calls} that a request asked for now. */
    int aheadOf(RequesterKey requester, int calls) {
        reserve(requester, calls);
        Request newcomer = find(requester);
        List<Place> places = places(true);
        int last = places.size() - 1;
        while (places.get(last).request() != newcomer) {
            last--;
        }
        addReserved(newcomer, -calls);
        removeIfDone(requester, newcomer);
        return retrying.size() + last - (calls - 1);
    }

    private List<Place> places(boolean withReserved) {
        List<Place> places = new ArrayList<>();
        callers.values().forEach(caller -> places.addAll(caller.places(withReserved)));
        Collections.sort(places);
        return places;
    }

    private Request find(RequesterKey requester) {
        Caller caller = callers.get(requester.caller());
        return caller == null ? null : caller.requests.get(requester.request());
    }

    private void removeIfDone(RequesterKey requester, Request request) {
        if (request != null && request.isDone()) {
            Map<Object, Request> requests = callers.get(requester.caller()).requests;
            requests.remove(requester.request());
            if (requests.isEmpty()) {
                callers.remove(requester.caller());
            }
        }
    }

    private static TreeSet<Waiter> byArrival() {
        return new TreeSet<>(Comparator.comparingLong(waiter -> waiter.request.number));
    }
}
