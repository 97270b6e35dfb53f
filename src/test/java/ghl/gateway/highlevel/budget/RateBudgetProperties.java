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
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds whoever calls, whenever, and whatever the CRM answers. */
class RateBudgetProperties {

    private static final long WINDOW_MS = 10_000;

    enum Event {
        READ,
        READS,
        WRITE,
        ANSWER,
        CANCEL
    }

    /** Something happens, then time passes. */
    record Moment(Event event, int then) {}

    private record Caller(int number, Cancellable turn) {}

    @Property(tries = 300)
    void no_window_ever_holds_more_than_the_burst(
            @ForAll("moments") @Size(max = 300) List<Moment> moments, @ForAll @IntRange(min = 1, max = 30) int burst) {
        Traffic traffic = new Traffic(Traffic.limits(burst));

        happen(moments, traffic);

        assertThat(traffic.mostInAny(WINDOW_MS)).isLessThanOrEqualTo(burst);
    }

    @Property(tries = 300)
    void reads_leave_their_share_to_writes(@ForAll("moments") @Size(max = 300) List<Moment> moments) {
        Traffic traffic = new Traffic(Traffic.limits(20));

        happen(moments, traffic);
        traffic.gone.removeIf(call -> call.kind() == WRITE);

        assertThat(traffic.mostInAny(WINDOW_MS)).isLessThanOrEqualTo(14);
    }

    @Property(tries = 200)
    void who_came_first_goes_first_within_a_kind(@ForAll("moments") @Size(max = 300) List<Moment> moments) {
        Traffic traffic = new Traffic(Traffic.limits(10));

        happen(moments, traffic);

        for (CallKind kind : CallKind.values()) {
            assertThat(traffic.gone.stream().filter(call -> call.kind() == kind).map(Traffic.Gone::caller))
                    .isSorted();
        }
    }

    /** Whoever asks for no more than its part of a round waits for one round of the others at most, whatever they ask for. */
    @Property(tries = 200)
    void nobody_is_starved_by_what_others_ask_for(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 60) Integer> floods,
            @ForAll @IntRange(min = 1, max = 6) int own,
            @ForAll @IntRange(min = 1, max = 9) int requestsOfEach) {
        Traffic traffic = new Traffic(Traffic.limits(100));
        traffic.scout();
        traffic.calls(READ, 69);
        int number = 70;
        for (int caller = 0; caller < floods.size(); caller++) {
            for (int call = 0; call < floods.get(caller); call++) {
                traffic.callOf(new RequesterKey("flood " + caller, "request " + call % requestsOfEach));
                number++;
            }
        }
        RequesterKey small = new RequesterKey("small", "request");
        for (int call = 0; call < own; call++) {
            traffic.callOf(small);
        }
        int last = number + own - 1;

        traffic.timeGoesOnWithAnswers(10_600);

        assertThat(traffic.gone.stream().map(Traffic.Gone::caller).toList().indexOf(last))
                .as("%s of others", floods)
                .isBetween(70, 70 + floods.size() * RoundRobinShare.CALLS_IN_A_ROUND + own - 1);
    }

    @Property(tries = 200)
    void everybody_who_does_not_leave_hears_before_the_deadline(
            @ForAll("moments") @Size(max = 200) List<Moment> moments) {
        Traffic traffic = new Traffic(Traffic.limits(5));

        Set<Integer> left = happen(moments, traffic);
        traffic.time.advance(60_000);

        assertThat(traffic.waits)
                .allSatisfy((kind, longest) ->
                        assertThat(longest).as("of a %s", kind).isLessThanOrEqualTo(kind == READ ? 15_000 : 60_000));
        List<Integer> heard = Stream.concat(traffic.gone.stream().map(Traffic.Gone::caller), traffic.refused.stream())
                .toList();
        assertThat(heard).doesNotHaveDuplicates();
        assertThat(Stream.concat(heard.stream(), left.stream()).distinct()).hasSize(callers(moments));
    }

    @Property(tries = 200)
    void a_waiting_read_goes_however_many_writes_wait(
            @ForAll @IntRange(min = 0, max = 400) int writes, @ForAll @IntRange(min = 1, max = 5) int reads) {
        Traffic traffic = new Traffic(Traffic.limits(100));
        traffic.scout();
        traffic.calls(WRITE, writes);
        traffic.calls(READ, reads);

        traffic.timeGoesOnWithAnswers(15_000);

        assertThat(traffic.count(READ)).isEqualTo(1 + reads);
        assertThat(traffic.refused).isEmpty();
    }

    @Property(tries = 300)
    void headers_only_ever_lower_what_is_left(
            @ForAll @IntRange(min = 0, max = 40) int made, @ForAll("headers") List<RateHeaders> answers) {
        RateLimitState told = new RateLimitState(Traffic.limits(50), Clock.systemUTC());
        RateLimitState untold = new RateLimitState(Traffic.limits(50), Clock.systemUTC());
        long now = 1_000_000;
        CountedCall last = new CountedCall(WRITE, now, 0, 0);
        for (int i = 0; i < made; i++) {
            last = told.take(WRITE, now);
            untold.take(WRITE, now);
        }

        for (RateHeaders headers : answers) {
            told.answered(last, headers, now);
            assertThat(told.remaining(now)).isLessThanOrEqualTo(untold.remaining(now));
            assertThat(told.dailyRemaining(now)).isLessThanOrEqualTo(untold.dailyRemaining(now));
            if (headers.remaining() != null) {
                assertThat(told.remaining(now)).isLessThanOrEqualTo(headers.remaining());
            }
        }
    }

    @Property(tries = 200)
    void a_restart_never_overshoots(
            @ForAll @IntRange(min = 0, max = 20) int before, @ForAll @IntRange(min = 0, max = 9_000) int down) {
        CountingCrm crm = new CountingCrm(20, WINDOW_MS);
        Traffic traffic = new Traffic(Traffic.limits(20));
        IntStream.range(0, before).forEach(call -> crm.receive(traffic.time.now()));
        traffic.time.advance(down);

        traffic.calls(WRITE, 60);
        for (int step = 0; step < 400; step++) {
            while (!traffic.inFlight.isEmpty()) {
                Traffic.Gone call = traffic.inFlight.poll();
                if (crm.receive(traffic.time.now())) {
                    call.grant().refused(crm.headers(traffic.time.now()));
                } else {
                    call.grant().answered(crm.headers(traffic.time.now()));
                }
            }
            traffic.time.advance(100);
        }

        assertThat(crm.refusals())
                .as("only the scout can meet a full window")
                .isLessThanOrEqualTo(before == 20 ? 1 : 0);
        assertThat(traffic.gone).hasSizeGreaterThanOrEqualTo(60 - crm.refusals());
    }

    @Provide
    Arbitrary<List<Moment>> moments() {
        Arbitrary<Integer> then = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(0)),
                Tuple.of(3, Arbitraries.integers().between(1, 700)),
                Tuple.of(1, Arbitraries.integers().between(700, 25_000)));
        return Combinators.combine(Arbitraries.of(Event.class), then)
                .as(Moment::new)
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

    /** @return who left the line, or was about to when the turn came */
    private static Set<Integer> happen(List<Moment> moments, Traffic traffic) {
        Deque<Caller> waiting = new ArrayDeque<>();
        Set<Integer> left = new HashSet<>();
        int callers = 0;
        for (Moment moment : moments) {
            switch (moment.event()) {
                case READ -> waiting.push(new Caller(callers++, traffic.call(READ)));
                case READS -> {
                    traffic.calls(READ, 5);
                    callers += 5;
                }
                case WRITE -> waiting.push(new Caller(callers++, traffic.call(WRITE)));
                case ANSWER -> traffic.answer(RateHeaders.NONE);
                case CANCEL -> {
                    if (!waiting.isEmpty()) {
                        waiting.peek().turn().cancel();
                        left.add(waiting.pop().number());
                    }
                }
            }
            traffic.time.advance(moment.then());
        }
        return left;
    }

    private static int callers(List<Moment> moments) {
        return moments.stream()
                .mapToInt(moment -> switch (moment.event()) {
                    case READ, WRITE -> 1;
                    case READS -> 5;
                    default -> 0;
                })
                .sum();
    }
}
