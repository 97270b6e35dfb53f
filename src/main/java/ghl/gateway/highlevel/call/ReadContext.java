package ghl.gateway.highlevel.call;

import static ghl.gateway.highlevel.call.UpstreamException.Unavailable.Cause.TIMED_OUT;

import ghl.gateway.highlevel.async.CallersContext;
import ghl.gateway.highlevel.async.Timer;
import ghl.gateway.highlevel.budget.RequesterKey;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One caller's question, of as many reads as it takes, and what they cost. Its reads take turns with those of other
 * callers, and of the caller's other inquiries; they wait for calls no longer than {@code highlevel.read.deadline}
 * together, take no longer than {@code highlevel.read.timeout} together, and leave the line with their caller. It travels
 * in Mutiny's context, as a {@link CallDeadline} does; a read without one is an inquiry of its own.
 */
public final class ReadContext {

    private static final String KEY = ReadContext.class.getName();
    private static final long NOT_BEGUN = Long.MIN_VALUE;
    private static final long NOTHING_OLD = Long.MAX_VALUE;

    /** A read that somebody waits for. */
    private record Open(CompletableFuture<?> answer, Cancellable reading) {}

    private final RequesterKey asker;
    private final Duration deadline;
    private final Duration timeout;
    private final Clock clock;
    private final AtomicLong begunAt = new AtomicLong(NOT_BEGUN);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger cacheHits = new AtomicInteger();
    private final AtomicLong oldestSince = new AtomicLong(NOTHING_OLD);
    private final Set<String> locations = ConcurrentHashMap.newKeySet();
    private final Set<Open> open = ConcurrentHashMap.newKeySet();
    private final Queue<Runnable> whenOver = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Future<?>> alarm = new AtomicReference<>();
    private volatile boolean abandoned;
    private volatile boolean timedOut;
    private volatile boolean over;

    /** @param caller whose question it is; told by {@code equals} */
    public ReadContext(Object caller, Duration deadline, Duration timeout, Clock clock) {
        this.asker = new RequesterKey(caller, this);
        this.deadline = deadline;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** The inquiry that a subscriber reads for. */
    public static Optional<ReadContext> in(Context context) {
        return Optional.ofNullable(context.getOrElse(KEY, () -> null));
    }

    /**
     * Subscribes on behalf of this inquiry. The answer of a read that it leaves never comes; one that takes too long fails
     * with {@link Unavailable}, on the caller's context.
     */
    public <T> CompletableFuture<T> start(Uni<T> read) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (abandoned) {
            return answer;
        }
        if (timedOut) {
            answer.completeExceptionally(tooLate());
            return answer;
        }
        Cancellable reading = read.subscribe().with(context(), answer::complete, answer::completeExceptionally);
        if (!answer.isDone()) {
            keep(new Open(answer, reading));
        }
        return answer;
    }

    private void keep(Open begun) {
        open.add(begun);
        begun.answer().whenComplete((value, failure) -> open.remove(begun));
        if (alarm.get() == null) {
            setAlarm();
        }
        if (abandoned) {
            begun.reading().cancel();
        }
        if (timedOut) {
            timeOut();
        }
    }

    /** Once, with the first read that is not answered from memory. */
    private void setAlarm() {
        Executor home = CallersContext.orElse(Runnable::run);
        Future<?> set =
                Timer.THREAD.schedule(() -> home.execute(this::timeOut), timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (!alarm.compareAndSet(null, set)) {
            set.cancel(false);
        }
    }

    private void timeOut() {
        timedOut = true;
        open.forEach(late -> {
            late.reading().cancel();
            late.answer().completeExceptionally(tooLate());
        });
    }

    private static Unavailable tooLate() {
        return new Unavailable("query", 0, null, TIMED_OUT, null);
    }

    /** Nobody waits for the answer any more: what is still in line leaves it, and nothing else begins. */
    public void abandon() {
        abandoned = true;
        open.forEach(left -> left.reading().cancel());
        end();
    }

    /** It is answered, or refused. */
    public void end() {
        open.clear();
        over = true;
        runWhatWaitsForTheEnd();
        Future<?> set = alarm.get();
        if (set != null) {
            set.cancel(false);
        }
    }

    /** To be run when nothing more is read for it. */
    public void whenOver(Runnable action) {
        whenOver.add(action);
        if (over) {
            runWhatWaitsForTheEnd();
        }
    }

    private void runWhatWaitsForTheEnd() {
        for (Runnable next = whenOver.poll(); next != null; next = whenOver.poll()) {
            next.run();
        }
    }

    Context context() {
        return Context.of(KEY, this);
    }

    public RequesterKey asker() {
        return asker;
    }

    /** How long a read may still wait for calls; counts from the first that asks. */
    public Duration left() {
        long now = clock.millis();
        long begun = begunAt.updateAndGet(known -> known == NOT_BEGUN ? now : known);
        return deadline.minusMillis(now - begun);
    }

    /** The reads go to this location. */
    public void asks(String locationId) {
        locations.add(locationId);
    }

    /** A request left for it. */
    public void called() {
        calls.incrementAndGet();
    }

    /** An answer was there already, or on its way to somebody else. */
    public void remembered(long ageMs) {
        cacheHits.incrementAndGet();
        oldestSince.accumulateAndGet(clock.millis() - ageMs, Math::min);
    }

    /** Requests that left for it; what it shares with others counts for who began it. */
    public int calls() {
        return calls.get();
    }

    /** Reads that it did not have to make. */
    public int cacheHits() {
        return cacheHits.get();
    }

    /** How old the oldest of these is by now, since it came; it ages on while the others are waited for. */
    public long oldestMs() {
        long since = oldestSince.get();
        return since == NOTHING_OLD ? 0 : Math.max(0, clock.millis() - since);
    }

    /** The locations that it has asked about, in no order. */
    public Set<String> locations() {
        return Set.copyOf(locations);
    }
}
