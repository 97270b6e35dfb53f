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
 * All reads of one request, and what they cost. They take turns with the reads of other callers and of the caller's
 * other requests. Together they wait for permits no longer than {@code HIGHLEVEL_READ_DEADLINE} and take no longer than
 * {@code HIGHLEVEL_READ_TIMEOUT}, and they are cancelled when their caller leaves. Travels in Mutiny's context, as a
 * {@link CallDeadline} does; a read without one is a request of its own.
 */
public final class ReadContext {

    private static final String KEY = ReadContext.class.getName();
    private static final long NOT_STARTED = Long.MIN_VALUE;
    private static final long NO_HIT = Long.MAX_VALUE;

    private record PendingRead(CompletableFuture<?> answer, Cancellable subscription) {}

    private final RequesterKey requester;
    private final Duration deadline;
    private final Duration timeout;
    private final Clock clock;
    private final AtomicLong startedAt = new AtomicLong(NOT_STARTED);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger cacheHits = new AtomicInteger();
    private final AtomicLong oldestSince = new AtomicLong(NO_HIT);
    private final Set<String> locations = ConcurrentHashMap.newKeySet();
    private final Set<PendingRead> pending = ConcurrentHashMap.newKeySet();
    private final Queue<Runnable> endActions = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Future<?>> timeoutTask = new AtomicReference<>();
    private volatile boolean abandoned;
    private volatile boolean timedOut;
    private volatile boolean ended;

    /**
     * @param caller compared with {@code equals}
     * @param clock a steady one
     */
    public ReadContext(Object caller, Duration deadline, Duration timeout, Clock clock) {
        this.requester = new RequesterKey(caller, this);
        this.deadline = deadline;
        this.timeout = timeout;
        this.clock = clock;
    }

    public static Optional<ReadContext> in(Context context) {
        return Optional.ofNullable(context.getOrElse(KEY, () -> null));
    }

    /**
     * Subscribes with this context. The answer never completes once the context is abandoned. After the timeout it
     * fails with {@link Unavailable}, on the caller's Vert.x context.
     */
    public <T> CompletableFuture<T> start(Uni<T> read) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (abandoned) {
            return answer;
        }
        if (timedOut) {
            answer.completeExceptionally(timeoutFailure());
            return answer;
        }
        Cancellable subscription = read.subscribe().with(context(), answer::complete, answer::completeExceptionally);
        if (!answer.isDone()) {
            track(new PendingRead(answer, subscription));
        }
        return answer;
    }

    private void track(PendingRead read) {
        pending.add(read);
        read.answer().whenComplete((value, failure) -> pending.remove(read));
        if (timeoutTask.get() == null) {
            scheduleTimeout();
        }
        if (abandoned) {
            read.subscription().cancel();
        }
        if (timedOut) {
            timeOut();
        }
    }

    /** Runs once, with the first read that is not answered from a cache. */
    private void scheduleTimeout() {
        Executor caller = CallersContext.orElse(Runnable::run);
        Future<?> task =
                Timer.THREAD.schedule(() -> caller.execute(this::timeOut), timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (!timeoutTask.compareAndSet(null, task)) {
            task.cancel(false);
        }
    }

    private void timeOut() {
        timedOut = true;
        pending.forEach(read -> {
            read.subscription().cancel();
            read.answer().completeExceptionally(timeoutFailure());
        });
    }

    private static Unavailable timeoutFailure() {
        return new Unavailable("query", 0, null, TIMED_OUT, null);
    }

    /** Cancels all reads, because the caller is gone. No other read starts. */
    public void abandon() {
        abandoned = true;
        pending.forEach(read -> read.subscription().cancel());
        end();
    }

    /** Ends the request, which has been answered or refused. */
    public void end() {
        pending.clear();
        ended = true;
        runEndActions();
        Future<?> task = timeoutTask.get();
        if (task != null) {
            task.cancel(false);
        }
    }

    /** Runs the action when the request ends, or at once if it has ended. */
    public void onEnd(Runnable action) {
        endActions.add(action);
        if (ended) {
            runEndActions();
        }
    }

    private void runEndActions() {
        for (Runnable next = endActions.poll(); next != null; next = endActions.poll()) {
            next.run();
        }
    }

    Context context() {
        return Context.of(KEY, this);
    }

    public RequesterKey requester() {
        return requester;
    }

    /** How long a read may still wait for a permit. The deadline counts from the first read. */
    public Duration timeLeft() {
        long now = clock.millis();
        long started = startedAt.updateAndGet(known -> known == NOT_STARTED ? now : known);
        return deadline.minusMillis(now - started);
    }

    public void addLocation(String locationId) {
        locations.add(locationId);
    }

    public void countCall() {
        calls.incrementAndGet();
    }

    /** Counts an answer that came from a cache or from another caller's read. */
    public void countCacheHit(long ageMs) {
        cacheHits.incrementAndGet();
        oldestSince.accumulateAndGet(clock.millis() - ageMs, Math::min);
    }

    /** Requests sent. A shared read counts for the request that started it. */
    public int calls() {
        return calls.get();
    }

    public int cacheHits() {
        return cacheHits.get();
    }

    /** Age of the oldest cache hit at this moment; 0 without a hit. */
    public long oldestMs() {
        long since = oldestSince.get();
        return since == NO_HIT ? 0 : Math.max(0, clock.millis() - since);
    }

    /** The locations read from, in no particular order. */
    public Set<String> locations() {
        return Set.copyOf(locations);
    }
}
