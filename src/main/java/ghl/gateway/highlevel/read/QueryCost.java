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

    private final ReadContext context;
    private final SharedReads reads;
    private final TaskBatchLoader tasks;
    private final LocationMetadata metadata;
    private final PlannedReadRegistry plannedReads;
    private final RateBudget budget;
    private final Duration deadline;
    private final Map<String, LocationCost> byLocation = new HashMap<>();

    public QueryCost(
            ReadContext context,
            SharedReads reads,
            TaskBatchLoader tasks,
            LocationMetadata metadata,
            PlannedReadRegistry plannedReads,
            RateBudget budget,
            Duration deadline) {
        this.context = context;
        this.reads = reads;
        this.tasks = tasks;
        this.metadata = metadata;
        this.plannedReads = plannedReads;
        this.budget = budget;
        this.deadline = deadline;
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
        int available = budget.readsWithin(locationId, deadline);
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
        Duration wait = budget.reserve(locationId, context.requester(), needed.calls, deadline);
        if (wait.compareTo(deadline) > 0) {
            throw new RateLimited("query", 0, null, wait.minus(deadline));
        }
        context.onEnd(() -> budget.release(locationId, context.requester()));
        plannedReads.add(needed.planned, context);
    }

    private static OptionalInt largestFirst(LocationCost cost, int available) {
        return IntStream.iterate(cost.longestList() - 1, first -> first > 0, first -> first - 1)
                .filter(first -> cost.worstCase(first) <= available)
                .findFirst();
    }

    private LocationCost of(String locationId) {
        context.addLocation(locationId);
        return byLocation.computeIfAbsent(locationId, id -> new LocationCost(id, reads, tasks, metadata, plannedReads));
    }
}
