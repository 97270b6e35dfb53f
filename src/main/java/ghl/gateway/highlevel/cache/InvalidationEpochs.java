package ghl.gateway.highlevel.cache;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How often this process has changed something. A read is remembered under the generation in which it began: after a
 * write nobody asks for that generation any more, so what was read before is neither found nor shared, and what was on
 * its way is kept where nobody looks. Bounded: records share counters, and one that changes may take others with it.
 */
public final class InvalidationEpochs {

    private static final int COUNTERS = 1 << 14;

    private final AtomicLongArray counters = new AtomicLongArray(COUNTERS);

    /** Of one contact and what hangs on it. */
    public long ofContact(String locationId, String contactId) {
        return counters.get(contact(locationId, contactId)) + counters.get(location(locationId));
    }

    /** Of what the CRM tells about many contacts at once. */
    public long ofLists(String locationId) {
        return counters.get(lists(locationId));
    }

    /** A contact has changed, or what hangs on it. */
    public void raise(String locationId, String contactId) {
        counters.incrementAndGet(contact(locationId, contactId));
        counters.incrementAndGet(lists(locationId));
    }

    /** A contact has changed, and nobody knows which. */
    public void raiseAll(String locationId) {
        counters.incrementAndGet(location(locationId));
        counters.incrementAndGet(lists(locationId));
    }

    private static int contact(String locationId, String contactId) {
        return counter("contact", locationId, contactId);
    }

    private static int location(String locationId) {
        return counter("location", locationId);
    }

    private static int lists(String locationId) {
        return counter("lists", locationId);
    }

    private static int counter(Object... of) {
        int hash = Objects.hash(of);
        return (hash ^ hash >>> 16) & COUNTERS - 1;
    }
}
