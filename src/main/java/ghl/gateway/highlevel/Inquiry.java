package ghl.gateway.highlevel;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One caller's question, of as many reads as it takes, and what they cost. Its reads take turns with those of other
 * inquiries, wait for calls no longer than {@code highlevel.read.deadline} together, and leave the line with their caller.
 * It travels in Mutiny's context, as a {@link Delivery} does; a read without one is an inquiry of its own.
 */
public final class Inquiry {

    private static final String KEY = Inquiry.class.getName();
    private static final long NOT_BEGUN = Long.MIN_VALUE;

    private final Duration deadline;
    private final Clock clock;
    private final AtomicLong begunAt = new AtomicLong(NOT_BEGUN);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger cacheHits = new AtomicInteger();
    private final AtomicLong oldestMs = new AtomicLong();
    private final Set<String> locations = ConcurrentHashMap.newKeySet();
    private final Set<Cancellable> open = ConcurrentHashMap.newKeySet();
    private volatile boolean abandoned;

    Inquiry(Duration deadline, Clock clock) {
        this.deadline = deadline;
        this.clock = clock;
    }

    /** The inquiry that a subscriber reads for. */
    static Optional<Inquiry> in(Context context) {
        return Optional.ofNullable(context.getOrElse(KEY, () -> null));
    }

    /** Subscribes on behalf of this inquiry. The answer of a read that it leaves never comes. */
    public <T> CompletableFuture<T> start(Uni<T> read) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (abandoned) {
            return answer;
        }
        Cancellable reading = read.subscribe().with(context(), answer::complete, answer::completeExceptionally);
        if (!answer.isDone()) {
            open.add(reading);
            answer.whenComplete((value, failure) -> open.remove(reading));
            if (abandoned) {
                reading.cancel();
            }
        }
        return answer;
    }

    /** Nobody waits for the answer any more: what is still in line leaves it, and nothing else begins. */
    public void abandon() {
        abandoned = true;
        open.forEach(Cancellable::cancel);
        open.clear();
    }

    Context context() {
        return Context.of(KEY, this);
    }

    /** How long a read may still wait for calls; counts from the first that asks. */
    Duration left() {
        long now = clock.millis();
        long begun = begunAt.updateAndGet(known -> known == NOT_BEGUN ? now : known);
        return deadline.minusMillis(now - begun);
    }

    /** The reads go to this location. */
    void asks(String locationId) {
        locations.add(locationId);
    }

    /** A request left for it. */
    void called() {
        calls.incrementAndGet();
    }

    /** An answer was there already, or on its way to somebody else. */
    void remembered(long ageMs) {
        cacheHits.incrementAndGet();
        oldestMs.accumulateAndGet(ageMs, Math::max);
    }

    /** Requests that left for it; what it shares with others counts for who began it. */
    public int calls() {
        return calls.get();
    }

    /** Reads that it did not have to make. */
    public int cacheHits() {
        return cacheHits.get();
    }

    /** The age of the oldest answer that it got. */
    public long oldestMs() {
        return oldestMs.get();
    }

    /** The locations that it has asked about, in no order. */
    public Set<String> locations() {
        return Set.copyOf(locations);
    }
}
