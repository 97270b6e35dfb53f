package ghl.gateway.highlevel.budget;

import static ghl.gateway.highlevel.budget.CallKind.READ;
import static ghl.gateway.highlevel.budget.CallKind.WRITE;
import static ghl.gateway.highlevel.budget.Traffic.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.contact.Quota;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateBudgetTest {

    private final Traffic traffic = new Traffic(Traffic.limits(100));

    @Test
    void first_call_after_start_is_a_probe() {
        traffic.calls(READ, 10);

        assertThat(traffic.started).hasSize(1);
    }

    @Test
    void probe_counts_calls_of_other_clients_before_others_start() {
        traffic.calls(READ, 70);

        traffic.answer(left(30));

        assertThat(traffic.started).hasSize(31);
    }

    @Test
    void unanswered_probe_is_given_up_after_one_window() {
        traffic.calls(READ, 2);

        traffic.time.advance(10_499);
        assertThat(traffic.started).hasSize(1);

        traffic.time.advance(1);
        assertThat(traffic.started).hasSize(2);
    }

    @Test
    void first_call_after_a_gap_is_a_probe() {
        traffic.probe();
        traffic.calls(READ, 2);
        traffic.answerAll();
        assertThat(traffic.started).hasSize(3);

        traffic.time.advance(11_000);
        traffic.calls(READ, 5);

        assertThat(traffic.started).hasSize(4);
    }

    @Test
    void reads_use_at_most_seventy_percent_of_the_burst() {
        traffic.probe();

        traffic.calls(READ, 100);
        assertThat(traffic.count(READ)).isEqualTo(70);

        traffic.calls(WRITE, 50);
        assertThat(traffic.count(WRITE)).isEqualTo(30);
    }

    @Test
    void writes_go_before_reads_except_for_five_percent() {
        traffic.probe();
        traffic.calls(WRITE, 99);
        traffic.calls(READ, 10);
        traffic.calls(WRITE, 100);

        traffic.advanceWithAnswers(10_600);

        assertThat(traffic.count(WRITE)).isEqualTo(99 + 95);
        assertThat(traffic.count(READ)).as("the probe and five").isEqualTo(6);
    }

    @Test
    void background_refresh_is_served_during_a_flood_of_writes() {
        traffic.probe();
        traffic.calls(WRITE, 299);
        traffic.refresh();

        traffic.advanceWithAnswers(10_600);

        assertThat(traffic.count(READ)).isEqualTo(2);
        assertThat(traffic.refused).isEmpty();
    }

    @Test
    void read_beyond_its_deadline_is_refused_at_once() {
        traffic.probe();
        traffic.calls(READ, 69 + 70);
        assertThat(traffic.refused).isEmpty();

        traffic.call(READ);

        assertThat(traffic.refused).hasSize(1);
        assertThat(traffic.refusals.get(0).retryAfter()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(22));
    }

    @Test
    void waiting_reads_start_when_the_window_moves_on() {
        traffic.probe();
        traffic.calls(READ, 69 + 70);

        traffic.advanceWithAnswers(10_600);

        assertThat(traffic.count(READ)).isEqualTo(140);
    }

    @Test
    void cancelled_waiter_lets_others_move_up() {
        traffic.probe();
        traffic.calls(READ, 69);
        Cancellable impatient = traffic.call(READ);
        traffic.calls(READ, 69);

        impatient.cancel();
        traffic.call(READ);

        assertThat(traffic.refused).isEmpty();
    }

    @Test
    void rate_limited_location_is_closed_until_the_interval_ends() {
        traffic.probe();
        traffic.call(READ);

        traffic.inFlight.poll().permit().rateLimited(new RateHeaders(100, 0, Duration.ofSeconds(7), 5L, null));
        traffic.calls(READ, 3);
        traffic.time.advance(7_499);
        assertThat(traffic.started).hasSize(2);
        assertThat(traffic.budget.quota(LOCATION).remaining()).isZero();

        traffic.time.advance(1);
        assertThat(traffic.started).as("a probe").hasSize(3);
    }

    @Test
    void rate_limited_location_is_closed_even_if_its_day_ends_at_once() {
        traffic.probe();
        traffic.call(READ);

        traffic.inFlight.poll().permit().rateLimited(new RateHeaders(100, 0, Duration.ofSeconds(7), 0L, Duration.ZERO));
        traffic.calls(READ, 3);
        traffic.time.advance(7_499);

        assertThat(traffic.started).as("no loop of refused calls").hasSize(2);
    }

    @Test
    void failed_connection_of_the_probe_lets_the_others_go() {
        traffic.calls(READ, 50);
        assertThat(traffic.started).hasSize(1);

        traffic.inFlight.poll().permit().notConnected();

        assertThat(traffic.started).hasSize(51 - 1);
    }

    @Test
    void probe_in_flight_does_not_count_as_exhausted() {
        traffic.call(READ);

        assertThat(traffic.budget.isExhausted(LOCATION)).isFalse();
    }

    @Test
    void used_up_day_refuses_reads_until_it_ends() {
        traffic.probe();
        traffic.call(READ);
        traffic.inFlight.poll().permit().rateLimited(new RateHeaders(100, 50, null, 0L, Duration.ofHours(2)));

        traffic.call(READ);

        assertThat(traffic.refusals.get(0).retryAfter()).isEqualTo(Duration.ofHours(2));
        traffic.time.advance(Duration.ofHours(2).toMillis());
        traffic.call(READ);
        assertThat(traffic.started).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "5,    7,  -,     PT7.5S,  the window",
                "5,    -,  -,     PT10.5S, the window that is set",
                "-,    -,  -,     PT10.5S, a refusal without headers",
                "0,    7,  PT2H,  PT2H,    the day",
                "0,    7,  PT1S,  PT7.5S,  a day that ends before the window",
                "0,    7,  -,     PT12H,   a day without reported end",
                "0,    7,  P20D,  PT24H,   an invalid reset",
            })
    void rate_limited_call_reports_when_to_retry(
            Long leftToday, Integer seconds, Duration reset, Duration expected, String endOf) {
        traffic.probe();
        traffic.call(WRITE);
        Duration interval = seconds == null ? null : Duration.ofSeconds(seconds);

        Duration withHeaders =
                traffic.inFlight.poll().permit().rateLimited(new RateHeaders(100, 0, interval, leftToday, reset));

        assertThat(withHeaders).as(endOf).isEqualTo(expected);
        assertThat(refusedWithin(Duration.ofMillis(1))).as(endOf).isEqualTo(expected);
        traffic.time.advance(expected.toMillis() - 1);
        assertThat(refusedWithin(Duration.ofMillis(1))).isEqualTo(Duration.ofMillis(1));
        traffic.time.advance(1);
        traffic.call(WRITE);
        assertThat(traffic.started).hasSize(3);
    }

    @Test
    void waiter_refused_during_a_probe_retries_after_its_end() {
        traffic.call(READ);
        traffic.callWithin(Duration.ofSeconds(4));

        traffic.time.advance(4_000);

        assertThat(traffic.refusals.get(0).retryAfter()).isEqualTo(Duration.ofMillis(6_501));
    }

    @Test
    void waiters_are_refused_by_their_own_deadlines() {
        traffic.probe();
        traffic.calls(WRITE, 99);
        traffic.call(WRITE);
        traffic.callWithin(Duration.ofSeconds(10));
        traffic.callWithin(Duration.ofSeconds(12));
        assertThat(traffic.refused).as("at once: it could start after 10.5 s").containsExactly(101);

        traffic.inFlight.poll().permit().rateLimited(new RateHeaders(100, 0, Duration.ofSeconds(30), 5L, null));

        assertThat(traffic.refused).as("as soon as it is known").containsExactly(101, 102);
    }

    @Test
    void deadline_is_kept_behind_waiters_with_later_deadlines() {
        traffic.call(READ);
        traffic.call(WRITE);
        traffic.callWithin(Duration.ofSeconds(3));

        traffic.time.advance(2_998);
        assertThat(traffic.refused).isEmpty();
        traffic.time.advance(1);

        assertThat(traffic.refused).as("no call starts at the deadline itself").containsExactly(2);
    }

    @Test
    void caller_with_many_calls_lets_others_pass_after_each_share() {
        traffic.probe();
        traffic.calls(READ, 69);
        RequesterKey many = RequesterKey.unique();
        for (int call = 0; call < 30; call++) {
            traffic.callBy(many); // 70 to 99
        }
        traffic.call(READ); // 100
        traffic.call(READ); // 101

        traffic.advanceWithAnswers(10_600);

        assertThat(traffic.started.subList(70, 80))
                .extracting(Traffic.Started::caller)
                .containsExactly(70, 71, 72, 73, 74, 75, 100, 101, 76, 77);
    }

    @Test
    void many_requests_of_one_caller_share_its_turns() {
        traffic.probe();
        traffic.calls(READ, 69);
        for (int call = 0; call < 60; call++) {
            traffic.callBy(new RequesterKey("flood", new Object())); // 70 to 129
        }
        traffic.callBy(new RequesterKey("caller", new Object())); // 130

        traffic.advanceWithAnswers(10_600);

        assertThat(traffic.started.subList(70, 78))
                .extracting(Traffic.Started::caller)
                .containsExactly(70, 71, 72, 73, 74, 75, 130, 76);
    }

    @Test
    void long_request_does_not_delay_other_requests_of_its_caller() {
        traffic.probe();
        traffic.calls(READ, 69);
        RequesterKey list = new RequesterKey("caller", "list");
        for (int call = 0; call < 20; call++) {
            traffic.callBy(list); // 70 to 89
        }
        for (int call = 0; call < 4; call++) {
            traffic.callBy(new RequesterKey("caller", "contact")); // 90 to 93
        }

        traffic.advanceWithAnswers(10_600);

        assertThat(traffic.started.subList(70, 82))
                .extracting(Traffic.Started::caller)
                .containsExactly(70, 71, 72, 73, 74, 75, 90, 91, 92, 93, 76, 77);
    }

    @Test
    void reserved_reads_count_as_waiting() {
        traffic.probe();
        List<RequesterKey> lists = IntStream.range(0, 19)
                .mapToObj(number -> new RequesterKey("caller", "list " + number))
                .toList();
        lists.subList(0, 9).forEach(list -> assertThat(reserved(list, 7)).isZero());
        lists.subList(9, 19).forEach(list -> assertThat(reserved(list, 7))
                .isBetween(Duration.ofMillis(10_500), Duration.ofMillis(10_525)));
        RequesterKey late = new RequesterKey("caller", "late");
        assertThat(reserved(late, 7)).as("133 of 139 are reserved").isGreaterThan(Duration.ofSeconds(20));

        traffic.callBy(lists.get(0));
        assertThat(reserved(late, 7)).as("one waits, six are still reserved").isGreaterThan(Duration.ofSeconds(20));
        traffic.budget.release(LOCATION, lists.get(0));
        assertThat(reserved(late, 7)).isLessThan(Duration.ofSeconds(11));
    }

    @Test
    void small_requests_are_not_reserved() {
        traffic.probe();
        for (int contact = 0; contact < 100; contact++) {
            assertThat(reserved(new RequesterKey("caller", "contact " + contact), 4))
                    .isZero();
        }
        reserved(new RequesterKey("caller", "list"), 139);

        assertThat(reserved(new RequesterKey("caller", "one more"), 4))
                .as("a long list does not hold up a single contact")
                .isZero();
    }

    @Test
    void reserved_reads_do_not_block_other_calls() {
        traffic.probe();
        reserved(RequesterKey.unique(), 69);

        traffic.calls(READ, 69);

        assertThat(traffic.started).hasSize(70);
    }

    private Duration reserved(RequesterKey requester, int reads) {
        return traffic.budget.reserve(LOCATION, requester, reads, Duration.ofSeconds(15));
    }

    @Test
    void background_refresh_goes_last() {
        traffic.probe();
        traffic.calls(READ, 69);
        traffic.refresh(); // 70
        traffic.calls(READ, 70); // 71 to 140
        assertThat(traffic.refused).as("it cannot start before its deadline").containsExactly(70);
        traffic.advanceWithAnswers(10_600);
        traffic.refresh(); // 141

        traffic.advanceWithAnswers(10_600);

        assertThat(traffic.refused).containsExactly(70);
        assertThat(traffic.started).hasSize(70 + 70 + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P1D", "P-1D"})
    void machine_clock_that_is_set_neither_stalls_nor_admits_calls(Duration ahead) {
        traffic.probe();
        traffic.calls(READ, 69);
        traffic.time.set(ahead);
        traffic.call(READ);
        assertThat(traffic.refused).isEmpty();
        assertThat(traffic.started).hasSize(70);
        assertThat(traffic.budget.quota(LOCATION).resetAt()).isBetween(now(), now().plusMillis(10_525));

        traffic.advanceWithAnswers(10_600);

        assertThat(traffic.started).hasSize(71);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P1D", "P-1D"})
    void machine_clock_that_is_set_neither_prolongs_nor_ends_the_day(Duration ahead) {
        Traffic few = new Traffic(threeADay());
        few.probe();
        few.calls(READ, 2);
        few.time.set(ahead);

        few.calls(READ, 1);
        few.time.advance(Duration.ofHours(12).toMillis() - 1);
        few.calls(READ, 1);
        assertThat(few.started).hasSize(3);

        few.time.advance(1);
        few.calls(READ, 1);
        assertThat(few.started).hasSize(4);
    }

    @Test
    void longer_reported_interval_applies_beside_the_own_window() {
        Traffic few = new Traffic(Traffic.limits(50));
        few.call(WRITE);
        few.answer(new RateHeaders(100, 99, Duration.ofSeconds(30), null, null));
        few.calls(WRITE, 200);
        assertThat(few.started).as("in 10 s").hasSize(50);

        few.advanceWithAnswers(11_000);
        assertThat(few.started).as("only the own window is free again").hasSize(100);
        few.advanceWithAnswers(11_000);
        assertThat(few.started).as("in 30 s").hasSize(100);
    }

    @Test
    void slow_answer_does_not_count_own_calls_as_others() {
        traffic.probe();
        traffic.calls(WRITE, 60);
        traffic.time.advance(9_000);
        traffic.inFlight.removeIf(call -> true);
        traffic.call(WRITE);
        traffic.time.advance(3_000);

        traffic.answer(left(100 - 1 - 60 - 1));

        assertThat(traffic.budget.quota(LOCATION).remaining()).isEqualTo(99);
    }

    private Duration refusedWithin(Duration limit) {
        traffic.callWithin(limit);
        return traffic.refusals.get(traffic.refusals.size() - 1).retryAfter();
    }

    @Test
    void own_daily_limit_ends_at_midnight() {
        Traffic few = new Traffic(threeADay());
        few.probe();
        few.calls(READ, 3);

        assertThat(few.started).hasSize(3);
        assertThat(few.refusals.get(0).retryAfter()).isEqualTo(Duration.ofHours(12));
        assertThat(few.budget.quota(LOCATION).dailyRemaining()).isZero();
    }

    @Test
    void slow_call_counts_from_its_answer() {
        traffic.probe();
        traffic.calls(WRITE, 99);
        traffic.time.advance(5_000);
        traffic.answerAll();
        traffic.call(WRITE);

        traffic.time.advance(9_900);
        assertThat(traffic.count(WRITE)).isEqualTo(99 + 1);
        traffic.calls(WRITE, 1);
        assertThat(traffic.count(WRITE)).isEqualTo(100);

        traffic.time.advance(200);
        assertThat(traffic.count(WRITE)).isEqualTo(101);
    }

    @Test
    void unsent_call_is_not_counted() {
        traffic.probe();
        traffic.call(READ);

        traffic.inFlight.poll().permit().notSent();

        assertThat(traffic.budget.quota(LOCATION).remaining()).isEqualTo(99);
    }

    @Test
    void locations_have_separate_budgets() {
        traffic.probe();
        traffic.calls(READ, 100);

        assertThat(traffic.budget.isExhausted(LOCATION)).isTrue();
        assertThat(traffic.budget.isExhausted("another")).isFalse();
    }

    @Test
    void quota_reports_remaining_calls_and_reset() {
        traffic.probe();
        traffic.calls(READ, 9);

        Quota quota = traffic.budget.quota(LOCATION);

        assertThat(quota.remaining()).isEqualTo(90);
        assertThat(quota.dailyRemaining()).isEqualTo(199_990);
        assertThat(quota.resetAt()).isBetween(now().plusMillis(10_500), now().plusMillis(10_525));
    }

    @Test
    void large_burst_does_not_need_more_memory() {
        SlidingLog log = new SlidingLog(Duration.ofSeconds(10));
        for (long call = 0; call < 1_000_000; call++) {
            log.add(1_000_000 + call / 100, 1);
        }

        assertThat(log.count(1_009_999)).isEqualTo(1_000_000);
        assertThat(log.slots()).isLessThan(510);
    }

    private static BudgetLimits threeADay() {
        return new BudgetLimits(100, Duration.ofSeconds(10), 3, Duration.ofSeconds(15), Duration.ofSeconds(60));
    }

    private Instant now() {
        return traffic.time.machineClock().instant();
    }

    private static RateHeaders left(int remaining) {
        return new RateHeaders(100, remaining, Duration.ofSeconds(10), 1_000L, null);
    }
}
