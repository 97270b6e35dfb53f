package ghl.gateway.highlevel.cache;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts the changes made by this process. A read is cached under the epoch in which it started. A write starts a new
 * epoch, so earlier values are neither found nor shared, and fetches in flight are stored where no caller looks.
 * Bounded: records share counters, so a change can invalidate unrelated records too.
 */
public final class InvalidationEpochs {

    private static final int COUNTERS = 1 << 14;

    private final AtomicLongArray counters = new AtomicLongArray(COUNTERS);

    /** Epoch of one contact and its lists. */
    public long ofContact(String locationId, String contactId) {
        return counters.get(index("contact", locationId, contactId)) + counters.get(index("location", locationId));
    }

    /** Epoch of reads that cover many contacts. */
    public long ofLists(String locationId) {
        return counters.get(index("lists", locationId));
    }

    /** Records a change of a contact or of one of its lists. */
    public void contactChanged(String locationId, String contactId) {
        counters.incrementAndGet(index("contact", locationId, contactId));
        counters.incrementAndGet(index("lists", locationId));
    }

    public void anyContactChanged(String locationId) {
        counters.incrementAndGet(index("location", locationId));
        counters.incrementAndGet(index("lists", locationId));
    }

    private static int index(Object... key) {
        int hash = Objects.hash(key);
        return (hash ^ hash >>> 16) & COUNTERS - 1;
    }
}
