package ghl.gateway.highlevel.read;

import ghl.gateway.highlevel.call.ReadContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads that inquiries under way are going to make: whoever wants the same will share them, and needs no call of its own.
 */
@ApplicationScoped
public class PlannedReadRegistry {

    /** @param read told by {@code equals} */
    record Read(String locationId, Object read) {}

    private final Map<Read, ReadContext> inquiries = new ConcurrentHashMap<>();

    boolean spare(Read read) {
        return inquiries.containsKey(read);
    }

    /** Until the inquiry is over. */
    void give(Set<Read> reads, ReadContext inquiry) {
        reads.forEach(read -> inquiries.putIfAbsent(read, inquiry));
        inquiry.whenOver(() -> reads.forEach(read -> inquiries.remove(read, inquiry)));
    }
}
