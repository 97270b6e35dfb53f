package ghl.gateway.highlevel.budget;

import static ghl.gateway.highlevel.budget.CallKind.READ;
import static ghl.gateway.highlevel.budget.CallKind.WRITE;
import static ghl.gateway.highlevel.budget.Traffic.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.contact.Quota;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateBudgetTest {

    private final Traffic traffic = new Traffic(Traffic.limits(100));

    @Test
    void at_start_one_call_goes_alone() {
        traffic.calls(READ, 10);

        assertThat(traffic.gone).hasSize(1);
    }

    @Test
    void what_the_careful_call_learns_fills_the_log_before_the_others_go() {
        traffic.calls(READ, 70);

        traffic.answer(left(30));

        assertThat(traffic.gone).hasSize(31);
    }

    @Test
    void a_careful_call_that_stays_out_is_not_waited_for_longer_than_a_window() {
        traffic.calls(READ, 2);

        traffic.time.advance(10_499);
        assertThat(traffic.gone).hasSize(1);

        traffic.time.advance(1);
        assertThat(traffic.gone).hasSize(2);
    }

    @Test
    void after_a_gap_one_call_goes_alone_again() {
        traffic.scout();
        traffic.calls(READ, 2);
        traffic.answerAll();
        assertThat(traffic.gone).hasSize(3);

        traffic.time.advance(11_000);
        traffic.calls(READ, 5);

        assertThat(traffic.gone).hasSize(4);
    }

    @Test
    void reads_use_seventy_and_writes_the_rest() {
        traffic.scout();

        traffic.calls(READ, 100);
        assertThat(traffic.count(READ)).isEqualTo(70);

        traffic.calls(WRITE, 50);
        assertThat(traffic.count(WRITE)).isEqualTo(30);
    }

    @Test
    void writes_go_ahead_of_waiting_reads_but_for_a_few() {
        traffic.scout();
        traffic.calls(WRITE, 99);
        traffic.calls(READ, 10);
        traffic.calls(WRITE, 100);

        traffic.timeGoesOnWithAnswers(10_600);

        assertThat(traffic.count(WRITE)).isEqualTo(99 + 95);
        assertThat(traffic.count(READ)).as("the careful one, and five").isEqualTo(6);
    }

    @Test
    void what_renews_old_answers_goes_on_while_writes_flood() {
        traffic.scout();
        traffic.calls(WRITE, 299);
        traffic.refresh();

        traffic.timeGoesOnWithAnswers(10_600);

        assertThat(traffic.count(READ)).isEqualTo(2);
        assertThat(traffic.refused).isEmpty();
    }

    @Test
    void a_read_that_cannot_be_served_in_time_is_refused_at_once() {
        traffic.scout();
        traffic.calls(READ, 69 + 70);
        assertThat(traffic.refused).isEmpty();

        traffic.call(READ);

        assertThat(traffic.refused).hasSize(1);
        assertThat(traffic.refusals.get(0).retryAfter()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(22));
    }

    @Test
    void who_waits_goes_when_the_window_frees() {
        traffic.scout();
        traffic.calls(READ, 69 + 70);

        traffic.timeGoesOnWithAnswers(10_600);

        assertThat(traffic.count(READ)).isEqualTo(140);
    }

    @Test
    void who_leaves_the_line_lets_the_others_move_up() {
        traffic.scout();
        traffic.calls(READ, 69);
        Cancellable impatient = traffic.call(READ);
        traffic.calls(READ, 69);

        impatient.cancel();
        traffic.call(READ);

        assertThat(traffic.refused).isEmpty();
    }

    @Test
    void a_429_closes_the_location_until_the_interval_ends() {
        traffic.scout();
        traffic.call(READ);

        traffic.inFlight.poll().grant().refused(new RateHeaders(100, 0, Duration.ofSeconds(7), 5L, null));
        traffic.calls(READ, 3);
        traffic.time.advance(7_499);
        assertThat(traffic.gone).hasSize(2);
        assertThat(traffic.budget.quota(LOCATION).remaining()).isZero();

        traffic.time.advance(1);
        assertThat(traffic.gone).as("carefully").hasSize(3);
    }

    @Test
    void a_429_closes_the_location_even_if_a_spent_day_ends_at_once() {
        traffic.scout();
        traffic.call(READ);

        traffic.inFlight.poll().grant().refused(new RateHeaders(100, 0, Duration.ofSeconds(7), 0L, Duration.ZERO));
        traffic.calls(READ, 3);
        traffic.time.advance(7_499);

        assertThat(traffic.gone).as("no loop of calls against a closed door").hasSize(2);
    }

    @Test
    void when_the_crm_cannot_be_reached_nobody_waits_for_the_others_to_find_out() {
        traffic.calls(READ, 50);
        assertThat(traffic.gone).hasSize(1);

        traffic.inFlight.poll().grant().unreached();

        assertThat(traffic.gone).hasSize(51 - 1);
    }

    @Test
    void a_careful_call_that_is_out_is_no_shortage() {
        traffic.call(READ);

        assertThat(traffic.budget.isShort(LOCATION)).isFalse();
    }

    @Test
    void a_spent_day_refuses_reads_until_it_ends() {
        traffic.scout();
        traffic.call(READ);
        traffic.inFlight.poll().grant().refused(new RateHeaders(100, 50, null, 0L, Duration.ofHours(2)));

        traffic.call(READ);

        assertThat(traffic.refusals.get(0).retryAfter()).isEqualTo(Duration.ofHours(2));
        traffic.time.advance(Duration.ofHours(2).toMillis());
        traffic.call(READ);
        assertThat(traffic.gone).hasSize(3);
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
                "0,    7,  -,     PT12H,   a day whose end is not told",
                "0,    7,  P20D,  PT24H,   a reset that is none",
            })
    void a_429_tells_when_it_is_worth_trying_again(
            Long leftToday, Integer seconds, Duration reset, Duration expected, String endOf) {
        traffic.scout();
        traffic.call(WRITE);
        Duration interval = seconds == null ? null : Duration.ofSeconds(seconds);

        Duration told = traffic.inFlight.poll().grant().refused(new RateHeaders(100, 0, interval, leftToday, reset));

        assertThat(told).as(endOf).isEqualTo(expected);
        assertThat(refusedWithin(Duration.ofMillis(1))).as(endOf).isEqualTo(expected);
        traffic.time.advance(expected.toMillis() - 1);
        assertThat(refusedWithin(Duration.ofMillis(1))).isEqualTo(Duration.ofMillis(1));
        traffic.time.advance(1);
        traffic.call(WRITE);
        assertThat(traffic.gone).hasSize(3);
    }

    @Test
    void who_waits_in_vain_for_a_careful_call_need_not_come_back_before_it_is_given_up() {
        traffic.call(READ);
        traffic.callWithin(Duration.ofSeconds(4));

        traffic.time.advance(4_000);

        assertThat(traffic.refusals.get(0).retryAfter()).isEqualTo(Duration.ofMillis(6_501));
    }

    @Test
    void each_waits_until_its_own_deadline_whoever_stands_before_it() {
        traffic.scout();
        traffic.calls(WRITE, 99);
        traffic.call(WRITE);
        traffic.callWithin(Duration.ofSeconds(10));
        traffic.callWithin(Duration.ofSeconds(12));
        assertThat(traffic.refused).as("at once: its turn comes after 10.5 s").containsExactly(101);

        traffic.inFlight.poll().grant().refused(new RateHeaders(100, 0, Duration.ofSeconds(30), 5L, null));

        assertThat(traffic.refused).as("as soon as it is known").containsExactly(101, 102);
    }

    @Test
    void a_deadline_is_kept_though_others_before_it_may_wait_longer() {
        traffic.call(READ);
        traffic.call(WRITE);
        traffic.callWithin(Duration.ofSeconds(3));

        traffic.time.advance(2_998);
        assertThat(traffic.refused).isEmpty();
        traffic.time.advance(1);

        assertThat(traffic.refused).as("nothing goes at the moment itself").containsExactly(2);
    }

    @Test
    void who_asks_for_much_waits_for_others_with_every_few_calls() {
        traffic.scout();
        traffic.calls(READ, 69);
        RequesterKey many = RequesterKey.alone();
        for (int call = 0; call < 30; call++) {
            traffic.callOf(many); // 70 to 99
        }
        traffic.call(READ); // 100
        traffic.call(READ); // 101

        traffic.timeGoesOnWithAnswers(10_600);

        assertThat(traffic.gone.subList(70, 80))
                .extracting(Traffic.Gone::caller)
                .containsExactly(70, 71, 72, 73, 74, 75, 100, 101, 76, 77);
    }

    @Test
    void a_caller_with_many_requests_waits_as_one_with_a_long_one_does() {
        traffic.scout();
        traffic.calls(READ, 69);
        for (int call = 0; call < 60; call++) {
            traffic.callOf(new RequesterKey("flood", new Object())); // 70 to 129
        }
        traffic.callOf(new RequesterKey("somebody", new Object())); // 130

        traffic.timeGoesOnWithAnswers(10_600);

        assertThat(traffic.gone.subList(70, 78))
                .extracting(Traffic.Gone::caller)
                .containsExactly(70, 71, 72, 73, 74, 75, 130, 76);
    }

    @Test
    void requests_of_a_caller_are_through_one_after_another_and_a_long_one_holds_up_none() {
        traffic.scout();
        traffic.calls(READ, 69);
        RequesterKey list = new RequesterKey("somebody", "list");
        for (int call = 0; call < 20; call++) {
            traffic.callOf(list); // 70 to 89
        }
        for (int call = 0; call < 4; call++) {
            traffic.callOf(new RequesterKey("somebody", "contact")); // 90 to 93
        }

        traffic.timeGoesOnWithAnswers(10_600);

        assertThat(traffic.gone.subList(70, 82))
                .extracting(Traffic.Gone::caller)
                .containsExactly(70, 71, 72, 73, 74, 75, 90, 91, 92, 93, 76, 77);
    }

    @Test
    void what_is_promised_is_waited_for_as_if_it_had_been_asked_for() {
        traffic.scout();
        List<RequesterKey> lists = IntStream.range(0, 19)
                .mapToObj(number -> new RequesterKey("somebody", "list " + number))
                .toList();
        lists.subList(0, 9).forEach(list -> assertThat(admitted(list, 7)).isZero());
        lists.subList(9, 19).forEach(list -> assertThat(admitted(list, 7))
                .isBetween(Duration.ofMillis(10_500), Duration.ofMillis(10_525)));
        RequesterKey late = new RequesterKey("somebody", "late");
        assertThat(admitted(late, 7)).as("133 of 139 are gone").isGreaterThan(Duration.ofSeconds(20));

        traffic.callOf(lists.get(0));
        assertThat(admitted(late, 7)).as("one is kept, six are not").isGreaterThan(Duration.ofSeconds(20));
        traffic.budget.release(LOCATION, lists.get(0));
        assertThat(admitted(late, 7)).isLessThan(Duration.ofSeconds(11));
    }

    @Test
    void a_few_reads_are_let_in_as_the_line_stands() {
        traffic.scout();
        for (int contact = 0; contact < 100; contact++) {
            assertThat(admitted(new RequesterKey("somebody", "contact " + contact), 4))
                    .isZero();
        }
        admitted(new RequesterKey("somebody", "list"), 139);

        assertThat(admitted(new RequesterKey("somebody", "one more"), 4))
                .as("a long list does not hold up a single contact")
                .isZero();
    }

    @Test
    void what_is_promised_to_others_is_not_kept_free() {
        traffic.scout();
        admitted(RequesterKey.alone(), 69);

        traffic.calls(READ, 69);

        assertThat(traffic.gone).hasSize(70);
    }

    private Duration admitted(RequesterKey asker, int reads) {
        return traffic.budget.admit(LOCATION, asker, reads, Duration.ofSeconds(15));
    }

    @Test
    void what_nobody_waits_for_goes_when_nobody_else_waits() {
        traffic.scout();
        traffic.calls(READ, 69);
        traffic.refresh(); // 70
        traffic.calls(READ, 70); // 71 to 140
        assertThat(traffic.refused).as("it cannot go before its deadline").containsExactly(70);
        traffic.timeGoesOnWithAnswers(10_600);
        traffic.refresh(); // 141

        traffic.timeGoesOnWithAnswers(10_600);

        assertThat(traffic.refused).containsExactly(70);
        assertThat(traffic.gone).hasSize(70 + 70 + 1);
    }

    @Test
    void a_clock_that_is_set_back_closes_nothing() {
        traffic.scout();
        traffic.calls(READ, 69);
        traffic.time.setBack(Duration.ofHours(1));
        traffic.call(READ);
        assertThat(traffic.refused).isEmpty();

        traffic.timeGoesOnWithAnswers(10_600);

        assertThat(traffic.gone).hasSize(71);
        assertThat(traffic.budget.quota(LOCATION).resetAt()).isBetween(now(), now().plusMillis(10_525));
    }

    @Test
    void a_longer_interval_that_the_crm_tells_is_kept_beside_the_own_window() {
        Traffic few = new Traffic(Traffic.limits(50));
        few.call(WRITE);
        few.answer(new RateHeaders(100, 99, Duration.ofSeconds(30), null, null));
        few.calls(WRITE, 200);
        assertThat(few.gone).as("in 10 s").hasSize(50);

        few.timeGoesOnWithAnswers(11_000);
        assertThat(few.gone).as("the own window alone has come free").hasSize(100);
        few.timeGoesOnWithAnswers(11_000);
        assertThat(few.gone).as("in 30 s").hasSize(100);
    }

    @Test
    void what_a_slow_answer_tells_of_then_is_not_taken_for_others_now() {
        traffic.scout();
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
    void the_gateways_own_day_ends_too() {
        BudgetLimits threeADay =
                new BudgetLimits(100, Duration.ofSeconds(10), 3, Duration.ofSeconds(15), Duration.ofSeconds(60));
        Traffic few = new Traffic(threeADay);
        few.scout();
        few.calls(READ, 3);

        assertThat(few.gone).hasSize(3);
        assertThat(few.refusals.get(0).retryAfter()).isEqualTo(Duration.ofHours(12));
        assertThat(few.budget.quota(LOCATION).dailyRemaining()).isZero();
    }

    @Test
    void a_slow_call_counts_from_its_answer_on() {
        traffic.scout();
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
    void a_call_that_was_never_made_is_given_back() {
        traffic.scout();
        traffic.call(READ);

        traffic.inFlight.poll().grant().unused();

        assertThat(traffic.budget.quota(LOCATION).remaining()).isEqualTo(99);
    }

    @Test
    void locations_do_not_share() {
        traffic.scout();
        traffic.calls(READ, 100);

        assertThat(traffic.budget.isShort(LOCATION)).isTrue();
        assertThat(traffic.budget.isShort("another")).isFalse();
    }

    @Test
    void a_quota_says_what_is_left_and_when_it_is_whole() {
        traffic.scout();
        traffic.calls(READ, 9);

        Quota quota = traffic.budget.quota(LOCATION);

        assertThat(quota.remaining()).isEqualTo(90);
        assertThat(quota.dailyRemaining()).isEqualTo(199_990);
        assertThat(quota.resetAt()).isBetween(now().plusMillis(10_500), now().plusMillis(10_525));
    }

    @Test
    void a_huge_burst_costs_no_memory() {
        SlidingLog log = new SlidingLog(Duration.ofSeconds(10));
        for (long call = 0; call < 1_000_000; call++) {
            log.add(1_000_000 + call / 100, 1);
        }

        assertThat(log.held(1_009_999)).isEqualTo(1_000_000);
        assertThat(log.slots()).isLessThan(510);
    }

    @Test
    void senseless_limits_are_refused_with_a_sentence() {
        assertThatThrownBy(() -> Traffic.limits(0)).hasMessage("highlevel.budget.burst must be at least 1");
        assertThatThrownBy(() -> new BudgetLimits(1, Duration.ZERO, 1, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("highlevel.budget.window");
        assertThatThrownBy(() -> new BudgetLimits(1, Duration.ofSeconds(1), 1, Duration.ofSeconds(-1), Duration.ZERO))
                .hasMessageContaining("highlevel.read.deadline");
    }

    private Instant now() {
        return traffic.time.clock().instant();
    }

    private static RateHeaders left(int remaining) {
        return new RateHeaders(100, remaining, Duration.ofSeconds(10), 1_000L, null);
    }
}
