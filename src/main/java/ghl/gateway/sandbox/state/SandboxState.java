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
 * The truth of the stand-in. Everything is read and written inside {@link #exclusively}, one piece of work at a time;
 * when that returns, what was written is in the file, and when it throws, nothing was written.
 */
public final class SandboxState implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final SandboxStore store;
    private final Clock clock;
    private final Map<Kind, RecordTable> shelves = new EnumMap<>(Kind.class);
    private final SearchIndex index = new SearchIndex();
    private boolean changed;

    private SandboxState(SandboxStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            shelves.put(kind, new RecordTable(kind));
        }
        reload();
    }

    /** @throws IllegalStateException when another process holds the directory's state */
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
        return shelf(kind).find(id);
    }

    public List<ObjectNode> all(Kind kind) {
        return shelf(kind).all();
    }

    /** The records that belong to one owner: a location's contacts, a contact's tasks. */
    public List<ObjectNode> of(Kind kind, String ownerId) {
        return shelf(kind).ofOwner(ownerId);
    }

    /** What a search in a location finds now, some time behind the truth. */
    public List<ObjectNode> searched(Kind kind, SandboxLocation location) {
        return index.asOf(kind, location.id(), clock.millis() - location.searchLagMs());
    }

    public void put(Kind kind, ObjectNode entry) {
        write(kind, entry, clock.millis());
    }

    /** Puts a record as if it had always been there: searches find it at once. */
    public void putSettled(Kind kind, ObjectNode entry) {
        write(kind, entry, SearchIndex.ALWAYS);
    }

    public void remove(Kind kind, String id) {
        find(kind, id).ifPresent(last -> {
            requireLock();
            store.remove(kind, id);
            shelf(kind).remove(id);
            if (kind.searched()) {
                index.remove(kind, last, clock.millis());
            }
        });
    }

    /** Lets searches forget at once what a location once held; for a reset, after its records were removed. */
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
        shelf(kind).put(entry);
        if (kind.searched()) {
            index.put(kind, entry, since);
        }
    }

    private void requireLock() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("The state is changed inside exclusively() only");
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
        shelves.values().forEach(RecordTable::clear);
        index.clear();
        store.readAll((kind, json) -> {
            ObjectNode entry = (ObjectNode) SandboxJson.parse(json);
            shelf(kind).put(entry);
            if (kind.searched()) {
                index.put(kind, entry, SearchIndex.ALWAYS);
            }
        });
    }

    private RecordTable shelf(Kind kind) {
        return shelves.get(kind);
    }
}
