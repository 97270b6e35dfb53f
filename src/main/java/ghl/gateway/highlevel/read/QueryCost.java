package ghl.gateway.highlevel.read;

import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.highlevel.budget.RateBudget;
import ghl.gateway.highlevel.call.ReadContext;
import ghl.gateway.highlevel.call.UpstreamException.RateLimited;
import ghl.gateway.highlevel.operation.LocationMetadata;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The calls that a query needs, computed before the first one, and whether its locations have them within its deadline.
 * An upper bound: lists can be shorter than requested, and fields of contacts not yet known can be cached. Not
 * thread-safe.
 */
public final class QueryCost {

    /** Inputs of the cost of a query. @param deadline how long a read may wait for a permit */
    public record Sources(
            SharedReads reads,
            TaskBatchLoader tasks,
            LocationMetadata metadata,
            PlannedReadRegistry plannedReads,
            RateBudget budget,
            Duration deadline) {}

    private final ReadContext context;
    private final Sources sources;
    private final Map<String, LocationCost> byLocation = new HashMap<>();

    public QueryCost(ReadContext context, Sources sources) {
        this.context = context;
        this.sources = sources;
    }

    public void contact(String locationId, String contactId, Set<NestedList> nested) {
        of(locationId).addRead(contactId, ReadKey.CONTACT, nested);
    }

    /** A contact whose id is not known before the call. */
    public void contactBy(String locationId, String email, String phone, Set<NestedList> nested) {
        of(locationId).addLookup(ReadKey.contactBy(email, phone), nested);
    }

    /** Contacts whose ids another source provides, each read by its id. */
    public void contactsNamed(String locationId, int many, Set<NestedList> nested) {
        of(locationId).addReferenced(many, nested);
    }

    public void contacts(String locationId, ContactListRequest request, Set<NestedList> nested) {
        of(locationId).addList(request, nested);
    }

    public void task(String locationId, String contactId, String taskId) {
        of(locationId).addRead(contactId, ReadKey.task(taskId), Set.of());
    }

    public void note(String locationId, String contactId, String noteId) {
        of(locationId).addRead(contactId, ReadKey.note(noteId), Set.of());
    }

    /**
     * Reserves the reads for this request until it ends. Later requests wait for them.
     *
     * @throws CostTooHighException when even an idle location could not serve the query
     * @throws RateLimited when the location cannot serve it now, not even with stale values
     */
    public void check() {
        byLocation.forEach(this::check);
    }

    private void check(String locationId, LocationCost cost) {
        int available = sources.budget().readsWithin(locationId, sources.deadline());
        int worstCase = cost.worstCase(Integer.MAX_VALUE);
        if (worstCase > available) {
            throw new CostTooHighException(worstCase, available, largestFirst(cost, available));
        }
        LocationCost.Needed needed = cost.needed();
        if (needed.calls > 0) {
            reserve(locationId, needed);
        }
    }

    private void reserve(String locationId, LocationCost.Needed needed) {
        Duration wait = sources.budget().reserve(locationId, context.requester(), needed.calls, sources.deadline());
        if (wait.compareTo(sources.deadline()) > 0) {
            throw new RateLimited("query", 0, null, wait.minus(sources.deadline()));
        }
        context.onEnd(() -> sources.budget().release(locationId, context.requester()));
        sources.plannedReads().add(needed.planned, context);
    }

    private static OptionalInt largestFirst(LocationCost cost, int available) {
        return IntStream.iterate(cost.longestList() - 1, first -> first > 0, first -> first - 1)
                .filter(first -> cost.worstCase(first) <= available)
                .findFirst();
    }

    private LocationCost of(String locationId) {
        context.addLocation(locationId);
        return byLocation.computeIfAbsent(locationId, id -> new LocationCost(id, sources));
    }
}
