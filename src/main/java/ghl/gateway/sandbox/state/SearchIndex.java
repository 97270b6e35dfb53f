package ghl.gateway.sandbox.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records that searches find: each as it was a while ago, including records deleted since. Reported ("search is
 * eventually consistent", "a deleted contact still shows for a while").
 *
 * <p>Kept in memory only: after a restart, searches see the present state.
 */
final class SearchIndex {

    /** A version of a record, valid since a time; {@code entry} is null after its removal. */
    private record Version(long since, ObjectNode entry) {}

    private record Scope(Kind kind, String locationId) {}

    static final long ALWAYS = Long.MIN_VALUE;

    private final Map<Scope, Map<String, Deque<Version>>> histories = new LinkedHashMap<>();

    void put(Kind kind, ObjectNode entry, long since) {
        history(kind, entry).add(new Version(since, entry));
    }

    void remove(Kind kind, ObjectNode last, long since) {
        history(kind, last).add(new Version(since, null));
    }

    void forget(String locationId) {
        histories.keySet().removeIf(scope -> scope.locationId().equals(locationId));
    }

    void clear() {
        histories.clear();
    }

    /** The records of a location at a given time. Drops older versions. */
    List<ObjectNode> asOf(Kind kind, String locationId, long moment) {
        List<ObjectNode> seen = new ArrayList<>();
        Iterator<Deque<Version>> all = histories
                .getOrDefault(new Scope(kind, locationId), Map.of())
                .values()
                .iterator();
        while (all.hasNext()) {
            Deque<Version> versions = all.next();
            dropOutdated(versions, moment);
            Version current = versions.peekFirst();
            if (current.since() > moment) {
                continue;
            }
            if (current.entry() == null && versions.size() == 1) {
                all.remove();
            } else if (current.entry() != null) {
                seen.add(current.entry());
            }
        }
        return seen;
    }

    private static void dropOutdated(Deque<Version> versions, long moment) {
        Version first = versions.pollFirst();
        while (!versions.isEmpty() && versions.peekFirst().since() <= moment) {
            first = versions.pollFirst();
        }
        versions.addFirst(first);
    }

    private Deque<Version> history(Kind kind, ObjectNode entry) {
        Scope scope = new Scope(kind, entry.get("locationId").textValue());
        return histories
                .computeIfAbsent(scope, first -> new LinkedHashMap<>())
                .computeIfAbsent(entry.get("id").textValue(), first -> new ArrayDeque<>());
    }
}
