package ghl.gateway.highlevel.budget;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Callers of one location on moved clocks, and what happened to them. */
final class Traffic {

    static final String LOCATION = "location";

    /** A call that got its permit. */
    record Started(int caller, CallKind kind, long at, Permit permit) {}

    final MovedTime time = new MovedTime();
    final List<Started> started = new ArrayList<>();
    final List<Integer> refused = new ArrayList<>();
    final List<BudgetSpentException> refusals = new ArrayList<>();
    final Deque<Started> inFlight = new ArrayDeque<>();

    /** Longest wait for an outcome, in milliseconds. */
    final Map<CallKind, Long> waits = new EnumMap<>(CallKind.class);

    final RateBudget budget;
    private int callers;

    Traffic(BudgetLimits limits) {
        budget = new RateBudget(limits, time.steadyClock(), time.machineClock(), time);
    }

    static BudgetLimits limits(int burst) {
        return new BudgetLimits(burst, Duration.ofSeconds(10), 200_000, Duration.ofSeconds(15), Duration.ofSeconds(60));
    }

    Cancellable call(CallKind kind) {
        return take(kind, budget.request(LOCATION, kind));
    }

    Cancellable refresh() {
        return take(CallKind.READ, budget.requestForRefresh(LOCATION));
    }

    /** A read of a caller that may have others. */
    Cancellable callBy(RequesterKey requester) {
        return take(CallKind.READ, budget.request(LOCATION, CallKind.READ, requester, Duration.ofSeconds(15)));
    }

    /** A write with a short deadline. */
    Cancellable callWithin(Duration limit) {
        return take(
                CallKind.WRITE, budget.request(LOCATION, CallKind.WRITE, RequesterKey.unique(), limit.minusMillis(1)));
    }

    private Cancellable take(CallKind kind, PermitRequest request) {
        int caller = callers++;
        long askedAt = time.now();
        return request.acquire()
                .subscribe()
                .with(
                        permit -> {
                            waits.merge(kind, time.now() - askedAt, Math::max);
                            Started call = new Started(caller, kind, time.now(), permit);
                            started.add(call);
                            inFlight.add(call);
                        },
                        failure -> {
                            waits.merge(kind, time.now() - askedAt, Math::max);
                            refused.add(caller);
                            refusals.add((BudgetSpentException) failure);
                        });
    }

    void calls(CallKind kind, int many) {
        for (int i = 0; i < many; i++) {
            call(kind);
        }
    }

    /** Makes the probe call and has it answered. */
    void probe() {
        call(CallKind.READ);
        answerAll();
    }

    void answer(RateHeaders headers) {
        if (!inFlight.isEmpty()) {
            inFlight.poll().permit().answered(headers);
        }
    }

    /** Moves the clock; every call is answered within 100 ms. */
    void advanceWithAnswers(long millis) {
        for (long elapsed = 0; elapsed < millis; elapsed += 100) {
            time.advance(100);
            answerAll();
        }
    }

    /** Answers all calls in flight, including those that start meanwhile. */
    void answerAll() {
        while (!inFlight.isEmpty()) {
            answer(RateHeaders.NONE);
        }
    }

    long count(CallKind kind) {
        return started.stream().filter(call -> call.kind() == kind).count();
    }

    /** The most calls in any window of that length. */
    int mostInAnyWindow(long windowMs) {
        return started.stream()
                .mapToInt(first -> (int) started.stream()
                        .filter(call -> call.at() >= first.at() && call.at() < first.at() + windowMs)
                        .count())
                .max()
                .orElse(0);
    }
}
