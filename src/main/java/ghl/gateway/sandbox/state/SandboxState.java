package ghl.gateway.sandbox.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The sandbox's state. Reads and writes run inside {@link #exclusively}, one at a time. Writes are in the file when it
 * returns; when it throws, they are rolled back.
 */
public final class SandboxState implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final SandboxStore store;
    private final Clock clock;
    private final Map<Kind, RecordTable> tables = new EnumMap<>(Kind.class);
    private final SearchIndex index = new SearchIndex();
    private boolean changed;

    private SandboxState(SandboxStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            tables.put(kind, new RecordTable(kind));
        }
        reload();
    }

    /** @throws IllegalStateException when another process holds the state */
    public static SandboxState open(Path directory, Clock clock) {
        return new SandboxState(SandboxStore.open(directory), clock);
    }

    public <T> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            T result = work.get();
            commit();
            return result;
        } catch (RuntimeException failure) {
            undo();
            throw failure;
        } finally {
            lock.unlock();
        }
    }

    public Optional<ObjectNode> find(Kind kind, String id) {
        return table(kind).find(id);
    }

    public List<ObjectNode> all(Kind kind) {
        return table(kind).all();
    }

    /** The records of one owner, such as a location's contacts or a contact's tasks. */
    public List<ObjectNode> of(Kind kind, String ownerId) {
        return table(kind).ofOwner(ownerId);
    }

    /** The records that a search in a location finds now, {@code searchLagMs} behind the writes. */
    public List<ObjectNode> searched(Kind kind, SandboxLocation location) {
        return index.asOf(kind, location.id(), clock.millis() - location.searchLagMs());
    }

    public void put(Kind kind, ObjectNode entry) {
        write(kind, entry, clock.millis());
    }

    /** Stores a record as if it had always existed: searches find it at once. */
    public void putSettled(Kind kind, ObjectNode entry) {
        write(kind, entry, SearchIndex.ALWAYS);
    }

    public void remove(Kind kind, String id) {
        find(kind, id).ifPresent(last -> {
            requireLock();
            store.remove(kind, id);
            table(kind).remove(id);
            if (kind.searched()) {
                index.remove(kind, last, clock.millis());
            }
        });
    }

    /** Removes a location from searches at once, for a reset. */
    public void forgetSearches(String locationId) {
        index.forget(locationId);
    }

    public boolean isEmpty() {
        return all(Kind.LOCATION).isEmpty();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            store.close();
        } finally {
            lock.unlock();
        }
    }

    private void write(Kind kind, ObjectNode entry, long since) {
        requireLock();
        store.put(kind, entry.get("id").textValue(), SandboxJson.write(entry));
        show(kind, entry, since);
    }

    private void show(Kind kind, ObjectNode entry, long since) {
        table(kind).put(entry);
        if (kind.searched()) {
            index.put(kind, entry, since);
        }
    }

    private void requireLock() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("The state may only be changed inside exclusively()");
        }
        changed = true;
    }

    private void commit() {
        if (changed && lock.getHoldCount() == 1) {
            store.commit();
            changed = false;
        }
    }

    private void undo() {
        if (changed) {
            store.rollback();
            changed = false;
            reload();
        }
    }

    private void reload() {
        tables.values().forEach(RecordTable::clear);
        index.clear();
        store.readAll((kind, json) -> show(kind, (ObjectNode) SandboxJson.parse(json), SearchIndex.ALWAYS));
    }

    private RecordTable table(Kind kind) {
        return tables.get(kind);
    }
}
