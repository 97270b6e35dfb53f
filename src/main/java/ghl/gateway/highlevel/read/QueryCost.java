package ghl.gateway.highlevel.read;

import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.highlevel.budget.RateBudget;
import ghl.gateway.highlevel.call.ReadContext;
import ghl.gateway.highlevel.call.UpstreamException.RateLimited;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a query is going to read, told before it reads anything, and whether the budgets of its locations serve that before
 * its deadline. At most: a list may turn out shorter than it may be, and what a contact nobody has read yet hangs on may be
 * remembered all the same. Not thread-safe.
 */
public final class QueryCost {

    private final ReadContext inquiry;
    private final Savings savings;
    private final RateBudget budget;
    private final Duration deadline;
    private final Map<String, LocationCost> byLocation = new HashMap<>();

    public QueryCost(ReadContext inquiry, Savings savings, RateBudget budget, Duration deadline) {
        this.inquiry = inquiry;
        this.savings = savings;
        this.budget = budget;
        this.deadline = deadline;
    }

    /** A contact by its id. */
    public void contact(String locationId, String contactId, Set<NestedList> nested) {
        of(locationId).one(contactId, ReadKey.CONTACT, nested);
    }

    /** A contact whose id the answer will tell. */
    public void contactBy(String locationId, String email, String phone, Set<NestedList> nested) {
        of(locationId).unknown(ReadKey.contactBy(email, phone), nested);
    }

    /** Contacts that something else names, each read by its id. */
    public void contactsNamed(String locationId, int many, Set<NestedList> nested) {
        of(locationId).named(many, nested);
    }

    public void contacts(String locationId, ContactListRequest request, Set<NestedList> nested) {
        of(locationId).list(request, nested);
    }

    public void task(String locationId, String contactId, String taskId) {
        of(locationId).one(contactId, ReadKey.task(taskId), Set.of());
    }

    public void note(String locationId, String contactId, String noteId) {
        of(locationId).one(contactId, ReadKey.note(noteId), Set.of());
    }

    /**
     * Promises the reads to the inquiry, until that is over: who comes later waits for them.
     *
     * @throws CostTooHighException when an idle location would not serve it
     * @throws RateLimited when the location would not serve it now: nor from what is remembered, however old that may be
     */
    public void check() {
        byLocation.forEach(this::check);
    }

    private void check(String locationId, LocationCost cost) {
        int most = budget.readsWithin(locationId, deadline);
        int cold = cost.cold(Integer.MAX_VALUE);
        if (cold > most) {
            throw new CostTooHighException(cold, most, largestFirst(cost, most));
        }
        LocationCost.Needed needed = cost.now();
        if (needed.calls() > 0) {
            promise(locationId, needed);
        }
    }

    private void promise(String locationId, LocationCost.Needed needed) {
        Duration wait = budget.admit(locationId, inquiry.asker(), needed.calls(), deadline);
        if (wait.compareTo(deadline) > 0) {
            throw new RateLimited("query", 0, null, wait.minus(deadline));
        }
        inquiry.whenOver(() -> budget.release(locationId, inquiry.asker()));
        savings.promises().give(needed.reads(), inquiry);
    }

    private static OptionalInt largestFirst(LocationCost cost, int most) {
        return IntStream.iterate(cost.longestList() - 1, first -> first > 0, first -> first - 1)
                .filter(first -> cost.cold(first) <= most)
                .findFirst();
    }

    private LocationCost of(String locationId) {
        inquiry.asks(locationId);
        return byLocation.computeIfAbsent(locationId, id -> new LocationCost(id, savings));
    }
}
