package ghl.gateway.intake.statistics;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was posted since the numbers were last added to the database. Not thread-safe. */
final class Increments {

    private final Map<Counter, Long> counted = new HashMap<>();
    private final Map<Source, Identification> noticed = new HashMap<>();

    boolean isEmpty() {
        return counted.isEmpty();
    }

    void count(Source source, Instant now, String name) {
        counted.merge(new Counter(source, Counter.hour(now), name), 1L, Long::sum);
    }

    void notice(Source source, Instant now, boolean identified) {
        Identification earlier = noticed(source);
        noticed.put(source, identified ? earlier.withFound(now) : earlier.withMissed());
    }

    /** Takes over earlier ones, except of hours before the first, so that they do not pile up while the database fails. */
    void precede(Increments earlier, long firstHour) {
        earlier.counted.forEach((counter, amount) -> {
            if (counter.hour() >= firstHour) {
                counted.merge(counter, amount, Long::sum);
            }
        });
        earlier.noticed.forEach((source, first) -> noticed.put(source, first.then(noticed(source))));
    }

    Set<Source> sources() {
        return noticed.keySet();
    }

    Identification noticed(Source source) {
        return noticed.getOrDefault(source, Identification.NONE);
    }

    /** In an order that all gateways share, so that they do not lock each other's rows crosswise. */
    List<Map.Entry<Counter, Long>> counted() {
        return counted.entrySet().stream()
                .sorted(Comparator.comparing(counter -> counter.getKey().toString()))
                .toList();
    }

    /** In the same order. */
    List<Map.Entry<Source, Identification>> noticed() {
        return noticed.entrySet().stream()
                .sorted(Comparator.comparing(source -> source.getKey().toString()))
                .toList();
    }
}
