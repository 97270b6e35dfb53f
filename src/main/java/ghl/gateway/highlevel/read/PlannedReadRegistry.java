package ghl.gateway.highlevel.read;

import ghl.gateway.highlevel.call.ReadContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads that running requests are going to make. Another request for the same reads shares them at no cost. */
@ApplicationScoped
public class PlannedReadRegistry {

    /** @param read compared with {@code equals} */
    record PlannedRead(String locationId, Object read) {}

    private final Map<PlannedRead, ReadContext> planned = new ConcurrentHashMap<>();

    boolean contains(PlannedRead read) {
        return planned.containsKey(read);
    }

    /** Registers the reads until the request ends. */
    void add(Set<PlannedRead> reads, ReadContext context) {
        reads.forEach(read -> planned.putIfAbsent(read, context));
        context.onEnd(() -> reads.forEach(read -> planned.remove(read, context)));
    }
}
