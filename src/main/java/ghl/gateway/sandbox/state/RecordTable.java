package ghl.gateway.sandbox.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of one kind, by ID and by owner, in insertion order. */
final class RecordTable {

    private final Kind kind;
    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
    private final Map<String, Map<String, ObjectNode>> byOwner = new LinkedHashMap<>();

    RecordTable(Kind kind) {
        this.kind = kind;
    }

    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<ObjectNode> all() {
        return List.copyOf(byId.values());
    }

    List<ObjectNode> ofOwner(String owner) {
        return List.copyOf(byOwner.getOrDefault(owner, Map.of()).values());
    }

    void put(ObjectNode entry) {
        String id = entry.get("id").textValue();
        byId.put(id, entry);
        if (kind.ownerField() != null) {
            String owner = entry.get(kind.ownerField()).textValue();
            byOwner.computeIfAbsent(owner, first -> new LinkedHashMap<>()).put(id, entry);
        }
    }

    void remove(String id) {
        ObjectNode gone = byId.remove(id);
        if (gone != null && kind.ownerField() != null) {
            byOwner.computeIfPresent(gone.get(kind.ownerField()).textValue(), (owner, siblings) -> {
                siblings.remove(id);
                return siblings.isEmpty() ? null : siblings;
            });
        }
    }

    void clear() {
        byId.clear();
        byOwner.clear();
    }
}
