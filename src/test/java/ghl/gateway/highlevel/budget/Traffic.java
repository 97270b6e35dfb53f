package ghl.gateway.highlevel.budget;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Callers of one location on a moved clock, who note what happened to them. */
final class Traffic {

    static final String LOCATION = "location";

    /** One call that went. */
    record Gone(int caller, CallKind kind, long at, Permit grant) {}

    final MovedTime time = new MovedTime();
    final List<Gone> gone = new ArrayList<>();
    final List<Integer> refused = new ArrayList<>();
    final List<BudgetSpentException> refusals = new ArrayList<>();
    final Deque<Gone> inFlight = new ArrayDeque<>();

    /** How long somebody waited to hear at most, in milliseconds. */
    final Map<CallKind, Long> waits = new EnumMap<>(CallKind.class);

    final RateBudget budget;
    private int callers;

    Traffic(BudgetLimits limits) {
        budget = new RateBudget(limits, time.clock(), time, Runnable::run);
    }

    static BudgetLimits limits(int burst) {
        return new BudgetLimits(burst, Duration.ofSeconds(10), 200_000, Duration.ofSeconds(15), Duration.ofSeconds(60));
    }

    Cancellable call(CallKind kind) {
        return take(kind, budget.turn(LOCATION, kind));
    }

    Cancellable refresh() {
        return take(CallKind.READ, budget.turnOfRefresh(LOCATION));
    }

    /** A read of one who may ask for more. */
    Cancellable callOf(RequesterKey asker) {
        return take(CallKind.READ, budget.turn(LOCATION, CallKind.READ, asker, Duration.ofSeconds(15)));
    }

    /** A write that is worth nothing later. */
    Cancellable callWithin(Duration limit) {
        return take(CallKind.WRITE, budget.turn(LOCATION, CallKind.WRITE, RequesterKey.alone(), limit.minusMillis(1)));
    }

    private Cancellable take(CallKind kind, PermitRequest turn) {
        int caller = callers++;
        long asked = time.now();
        return turn.take()
                .subscribe()
                .with(
                        grant -> {
                            waits.merge(kind, time.now() - asked, Math::max);
                            Gone call = new Gone(caller, kind, time.now(), grant);
                            gone.add(call);
                            inFlight.add(call);
                        },
                        failure -> {
                            waits.merge(kind, time.now() - asked, Math::max);
                            refused.add(caller);
                            refusals.add((BudgetSpentException) failure);
                        });
    }

    void calls(CallKind kind, int many) {
        for (int i = 0; i < many; i++) {
            call(kind);
        }
    }

    /** Makes the location known and leaves it idle but for one call. */
    void scout() {
        call(CallKind.READ);
        answerAll();
    }

    void answer(RateHeaders headers) {
        if (!inFlight.isEmpty()) {
            inFlight.poll().grant().answered(headers);
        }
    }

    /** Everybody is answered within a tenth of a second. */
    void timeGoesOnWithAnswers(long millis) {
        for (long gone = 0; gone < millis; gone += 100) {
            time.advance(100);
            answerAll();
        }
    }

    /** Until nobody is in flight, whoever may go now included. */
    void answerAll() {
        while (!inFlight.isEmpty()) {
            answer(RateHeaders.NONE);
        }
    }

    long count(CallKind kind) {
        return gone.stream().filter(call -> call.kind() == kind).count();
    }

    /** The most that went in any window of that length. */
    int mostInAny(long windowMs) {
        return gone.stream()
                .mapToInt(first -> (int) gone.stream()
                        .filter(call -> call.at() >= first.at() && call.at() < first.at() + windowMs)
                        .count())
                .max()
                .orElse(0);
    }
}
