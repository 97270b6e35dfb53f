package ghl.gateway.highlevel.budget;

import static ghl.gateway.highlevel.budget.CallKind.READ;
import static ghl.gateway.highlevel.budget.CallKind.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Properties that hold for all traffic and all answers of the CRM. */
@Tag("proof")
class RateBudgetProperties {

    private static final long WINDOW_MS = 10_000;

    enum Event {
        READ,
        READS,
        WRITE,
        ANSWER,
        CANCEL,
        CLOCK_AHEAD,
        CLOCK_BACK
    }

    /** How far the machine's clock is set. */
    private static final Duration CLOCK_STEP = Duration.ofHours(1);

    /** An event, and the time that passes after it. */
    record Action(Event event, int then) {}

    private record Caller(int number, Cancellable waiting) {}

    @Property(tries = 300)
    void no_window_exceeds_the_burst(
            @ForAll("actions") @Size(max = 300) List<Action> actions, @ForAll @IntRange(min = 1, max = 30) int burst) {
        Traffic traffic = new Traffic(Traffic.limits(burst));

        play(actions, traffic);

        assertThat(traffic.mostInAnyWindow(WINDOW_MS)).isLessThanOrEqualTo(burst);
    }

    @Property(tries = 300)
    void reads_leave_their_share_to_writes(@ForAll("actions") @Size(max = 300) List<Action> actions) {
        Traffic traffic = new Traffic(Traffic.limits(20));

        play(actions, traffic);
        traffic.started.removeIf(call -> call.kind() == WRITE);

        assertThat(traffic.mostInAnyWindow(WINDOW_MS)).isLessThanOrEqualTo(14);
    }

    @Property(tries = 200)
    void calls_of_one_kind_start_in_order_of_arrival(@ForAll("actions") @Size(max = 300) List<Action> actions) {
        Traffic traffic = new Traffic(Traffic.limits(10));

        play(actions, traffic);

        for (CallKind kind : CallKind.values()) {
            assertThat(traffic.started.stream()
                            .filter(call -> call.kind() == kind)
                            .map(Traffic.Started::caller))
                    .isSorted();
        }
    }

    /** A request within its share waits for one round of the others at most, however many calls they ask for. */
    @Property(tries = 200)
    void small_request_waits_for_one_round_of_others_at_most(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 60) Integer> others,
            @ForAll @IntRange(min = 1, max = 6) int own,
            @ForAll @IntRange(min = 1, max = 9) int requestsOfEach) {
        Traffic traffic = new Traffic(Traffic.limits(100));
        traffic.probe();
        traffic.calls(READ, 69);
        int number = 70;
        for (int caller = 0; caller < others.size(); caller++) {
            for (int call = 0; call < others.get(caller); call++) {
                traffic.callBy(new RequesterKey("flood " + caller, "request " + call % requestsOfEach));
                number++;
            }
        }
        RequesterKey small = new RequesterKey("small", "request");
        for (int call = 0; call < own; call++) {
            traffic.callBy(small);
        }
        int last = number + own - 1;

        traffic.advanceWithAnswers(10_600);

        assertThat(traffic.started.stream()
                        .map(Traffic.Started::caller)
                        .toList()
                        .indexOf(last))
                .as("%s of others", others)
                .isBetween(70, 70 + others.size() * RoundRobinShare.CALLS_PER_ROUND + own - 1);
    }

    @Property(tries = 200)
    void every_waiter_gets_one_outcome_before_its_deadline(@ForAll("actions") @Size(max = 200) List<Action> actions) {
        Traffic traffic = new Traffic(Traffic.limits(5));

        Set<Integer> left = play(actions, traffic);
        traffic.time.advance(60_000);

        assertThat(traffic.waits)
                .allSatisfy((kind, longest) ->
                        assertThat(longest).as("of a %s", kind).isLessThanOrEqualTo(kind == READ ? 15_000 : 60_000));
        List<Integer> heard = Stream.concat(
                        traffic.started.stream().map(Traffic.Started::caller), traffic.refused.stream())
                .toList();
        assertThat(heard).doesNotHaveDuplicates();
        assertThat(Stream.concat(heard.stream(), left.stream()).distinct()).hasSize(callers(actions));
    }

    @Property(tries = 200)
    void waiting_reads_are_served_during_a_flood_of_writes(
            @ForAll @IntRange(min = 0, max = 400) int writes, @ForAll @IntRange(min = 1, max = 5) int reads) {
        Traffic traffic = new Traffic(Traffic.limits(100));
        traffic.probe();
        traffic.calls(WRITE, writes);
        traffic.calls(READ, reads);

        traffic.advanceWithAnswers(15_000);

        assertThat(traffic.count(READ)).isEqualTo(1 + reads);
        assertThat(traffic.refused).isEmpty();
    }

    @Property(tries = 300)
    void headers_only_lower_the_remaining_calls(
            @ForAll @IntRange(min = 0, max = 40) int made, @ForAll("headers") List<RateHeaders> answers) {
        RateLimitState withHeaders = new RateLimitState(Traffic.limits(50), Clock.systemUTC());
        RateLimitState withoutHeaders = new RateLimitState(Traffic.limits(50), Clock.systemUTC());
        long now = 1_000_000;
        CountedCall last = new CountedCall(WRITE, now, 0, 0);
        for (int i = 0; i < made; i++) {
            last = withHeaders.count(WRITE, now);
            withoutHeaders.count(WRITE, now);
        }

        for (RateHeaders headers : answers) {
            withHeaders.answered(last, headers, now);
            assertThat(withHeaders.remaining(now)).isLessThanOrEqualTo(withoutHeaders.remaining(now));
            assertThat(withHeaders.dailyRemaining(now)).isLessThanOrEqualTo(withoutHeaders.dailyRemaining(now));
            if (headers.remaining() != null) {
                assertThat(withHeaders.remaining(now)).isLessThanOrEqualTo(headers.remaining());
            }
        }
    }

    @Property(tries = 200)
    void restart_does_not_exceed_the_limit(
            @ForAll @IntRange(min = 0, max = 20) int before, @ForAll @IntRange(min = 0, max = 9_000) int down) {
        CountingCrm crm = new CountingCrm(20, WINDOW_MS);
        Traffic traffic = new Traffic(Traffic.limits(20));
        IntStream.range(0, before).forEach(call -> crm.receive(traffic.time.now()));
        traffic.time.advance(down);

        traffic.calls(WRITE, 60);
        for (int step = 0; step < 400; step++) {
            while (!traffic.inFlight.isEmpty()) {
                Traffic.Started call = traffic.inFlight.poll();
                if (crm.receive(traffic.time.now())) {
                    call.permit().rateLimited(crm.headers(traffic.time.now()));
                } else {
                    call.permit().answered(crm.headers(traffic.time.now()));
                }
            }
            traffic.time.advance(100);
        }

        assertThat(crm.refusals())
                .as("only the probe can meet a full window")
                .isLessThanOrEqualTo(before == 20 ? 1 : 0);
        assertThat(traffic.started).hasSizeGreaterThanOrEqualTo(60 - crm.refusals());
    }

    @Provide
    Arbitrary<List<Action>> actions() {
        Arbitrary<Integer> then = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(0)),
                Tuple.of(3, Arbitraries.integers().between(1, 700)),
                Tuple.of(1, Arbitraries.integers().between(700, 25_000)));
        return Combinators.combine(Arbitraries.of(Event.class), then)
                .as(Action::new)
                .list();
    }

    @Provide
    Arbitrary<List<RateHeaders>> headers() {
        Arbitrary<Integer> max = Arbitraries.integers().between(0, 200).injectNull(0.3);
        Arbitrary<Integer> remaining = Arbitraries.integers().between(0, 200).injectNull(0.3);
        Arbitrary<Long> daily = Arbitraries.longs().between(0, 300_000).injectNull(0.3);
        Arbitrary<Duration> length =
                Arbitraries.longs().between(0, 200_000).map(Duration::ofMillis).injectNull(0.3);
        return Combinators.combine(max, remaining, length, daily, length)
                .as(RateHeaders::new)
                .list()
                .ofMaxSize(10);
    }

    /** @return the callers that cancelled, including those that had just got their permit */
    private static Set<Integer> play(List<Action> actions, Traffic traffic) {
        Deque<Caller> waiting = new ArrayDeque<>();
        Set<Integer> left = new HashSet<>();
        int callers = 0;
        for (Action action : actions) {
            switch (action.event()) {
                case READ -> waiting.push(new Caller(callers++, traffic.call(READ)));
                case READS -> {
                    traffic.calls(READ, 5);
                    callers += 5;
                }
                case WRITE -> waiting.push(new Caller(callers++, traffic.call(WRITE)));
                case ANSWER -> traffic.answer(RateHeaders.NONE);
                case CANCEL -> {
                    if (!waiting.isEmpty()) {
                        waiting.peek().waiting().cancel();
                        left.add(waiting.pop().number());
                    }
                }
                case CLOCK_AHEAD -> traffic.time.set(CLOCK_STEP);
                case CLOCK_BACK -> traffic.time.set(CLOCK_STEP.negated());
            }
            traffic.time.advance(action.then());
        }
        return left;
    }

    private static int callers(List<Action> actions) {
        return actions.stream()
                .mapToInt(action -> switch (action.event()) {
                    case READ, WRITE -> 1;
                    case READS -> 5;
                    default -> 0;
                })
                .sum();
    }
}
