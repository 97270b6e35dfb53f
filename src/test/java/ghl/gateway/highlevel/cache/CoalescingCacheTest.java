package ghl.gateway.highlevel.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.TestClock;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class CoalescingCacheTest {

    private final TestClock clock = new TestClock();
    private final Scarcity scarcity = new Scarcity();
    private final List<UniEmitter<? super String>> asked = new ArrayList<>();
    private final List<Long> ages = new ArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final CoalescingCache<String, String> remembered = remembered(Duration.ofSeconds(5));

    @Test
    void a_value_is_good_for_its_time() {
        answered(get(), "one");

        clock.advance(Duration.ofMillis(4_999));
        assertThat(get().join()).isEqualTo("one");

        clock.advance(Duration.ofMillis(1));
        get();
        assertThat(asked).hasSize(2);
    }

    @Test
    void nothing_is_good_for_a_second() {
        answered(get(), null);

        clock.advance(Duration.ofMillis(999));
        assertThat(get().join()).isNull();
        clock.advance(Duration.ofMillis(1));
        get();

        assertThat(asked).hasSize(2);
    }

    @Test
    void who_asks_at_the_same_time_shares_one_call() {
        CompletableFuture<String> first = get();
        CompletableFuture<String> second = get();

        asked.get(0).complete("one");

        assertThat(first.join()).isEqualTo(second.join()).isEqualTo("one");
        assertThat(asked).hasSize(1);
    }

    @Test
    void who_leaves_takes_nobody_along() {
        CompletableFuture<String> first = get();
        CompletableFuture<String> second = get();

        first.cancel(true);
        asked.get(0).complete("one");

        assertThat(second.join()).isEqualTo("one");
    }

    @Test
    void a_failure_goes_to_all_who_share_it_and_is_not_kept() {
        CompletableFuture<String> first = get();
        CompletableFuture<String> second = get();

        asked.get(0).fail(new IllegalStateException());

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
        get();
        assertThat(asked).hasSize(2);
    }

    @Test
    void without_a_time_nothing_is_kept_and_sharing_stays() {
        CoalescingCache<String, String> sharing = remembered(Duration.ZERO);
        CompletableFuture<String> first = get(sharing);
        CompletableFuture<String> second = get(sharing);
        asked.get(0).complete("one");
        assertThat(first.join()).isEqualTo(second.join());

        get(sharing);

        assertThat(asked).hasSize(2);
    }

    @Test
    void while_calls_are_scarce_an_old_value_is_better_than_waiting_and_is_renewed() {
        answered(get(), "old");
        clock.advance(Duration.ofSeconds(60));
        scarcity.now = true;

        assertThat(get().join()).isEqualTo("old");
        assertThat(get().join()).as("while the new one is on its way").isEqualTo("old");
        assertThat(asked).hasSize(2);

        asked.get(1).complete("new");
        assertThat(get().join()).isEqualTo("new");
    }

    @Test
    void who_began_to_read_before_calls_became_scarce_settles_for_the_old_value_too() {
        answered(get(), "old");
        clock.advance(Duration.ofSeconds(20));
        CompletableFuture<String> begun = get();
        CompletableFuture<String> joined = get();
        scarcity.now = true;

        assertThat(begun.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("old");
        assertThat(joined.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("old");
        assertThat(ages).containsExactly(20_000L, 20_000L);

        asked.get(1).complete("new");
        assertThat(get().join()).as("read on for those who come later").isEqualTo("new");
        assertThat(cancelled).hasValue(0);
        assertThat(asked).hasSize(2);
    }

    @Test
    void who_has_to_wait_does_not_wait_for_a_refresh() {
        answered(get(), "old");
        clock.advance(Duration.ofSeconds(60));
        scarcity.now = true;
        get();
        clock.advance(Duration.ofMillis(1));

        CompletableFuture<String> waiting = get();

        assertThat(asked).as("one for nobody, one for who waits").hasSize(3);
        assertThat(cancelled).as("the first one").hasValue(1);
        asked.get(2).complete("new");
        assertThat(waiting.join()).isEqualTo("new");
    }

    @Test
    void a_refresh_says_that_it_is_one() {
        List<Boolean> refreshes = new ArrayList<>();
        Supplier<Uni<String>> read = () -> Uni.createFrom().context(context -> {
            refreshes.add(BackgroundRefresh.in(context) && context.get("whose").equals("caller's"));
            return Uni.createFrom().item("one");
        });
        Context callers = Context.of("whose", "caller's");
        remembered.get("key", scarcity, ages::add, read).awaitUsing(callers).indefinitely();
        clock.advance(Duration.ofSeconds(60));
        scarcity.now = true;

        remembered.get("key", scarcity, ages::add, read).awaitUsing(callers).indefinitely();

        assertThat(refreshes).containsExactly(false, true);
        assertThat(BackgroundRefresh.in(callers)).as("the caller's own stays").isFalse();
    }

    @Test
    void a_value_that_is_too_old_is_waited_for() {
        answered(get(), "old");
        clock.advance(Duration.ofMillis(60_001));
        scarcity.now = true;

        assertThat(get()).isNotDone();
    }

    @Test
    void that_there_is_nothing_is_never_better_than_waiting() {
        answered(get(), null);
        clock.advance(Duration.ofSeconds(2));
        scarcity.now = true;

        assertThat(get()).isNotDone();
    }

    @Test
    void an_old_value_is_better_than_a_refusal_for_want_of_calls_and_than_nothing_else() {
        answered(get(), "old");
        clock.advance(Duration.ofSeconds(6));

        CompletableFuture<String> spent = get();
        asked.get(1).fail(new Scarcity.Spent());
        assertThat(spent.join()).isEqualTo("old");

        CompletableFuture<String> broken = get();
        asked.get(2).fail(new IllegalStateException());
        assertThat(broken).isCompletedExceptionally();
    }

    @Test
    void what_nobody_waits_for_any_more_is_cancelled() {
        CompletableFuture<String> first = get();
        CompletableFuture<String> second = get();
        first.cancel(true);
        assertThat(cancelled).hasValue(0);

        second.cancel(true);

        assertThat(cancelled).hasValue(1);
        get();
        assertThat(asked).as("begun anew").hasSize(2);
    }

    @Test
    void who_joined_one_with_less_time_tries_again() {
        CompletableFuture<String> first = get();
        CompletableFuture<String> second = get();

        asked.get(0).fail(new Scarcity.Spent());

        assertThat(first).isCompletedExceptionally();
        asked.get(1).complete("one");
        assertThat(second.join()).isEqualTo("one");
    }

    @Test
    void a_clock_that_is_set_back_keeps_nothing_longer() {
        answered(get(), "one");
        clock.advance(Duration.ofHours(-1));

        assertThat(get().join()).isEqualTo("one");
        clock.advance(Duration.ofSeconds(5));
        get();

        assertThat(asked).hasSize(2);
    }

    @Test
    void much_text_pushes_out_what_was_there() {
        AtomicInteger reads = new AtomicInteger();
        for (String key : List.of("a", "b", "c", "d")) {
            remembered
                    .get(key, () -> Uni.createFrom().item("x".repeat(40_000)))
                    .await()
                    .indefinitely();
        }

        Awaitility.await().until(() -> {
            reads.set(0);
            for (String key : List.of("a", "b", "c", "d")) {
                reads.addAndGet(remembered.fresh(key).isPresent() ? 1 : 0);
            }
            return reads.get() <= 2;
        });
    }

    @Test
    void much_text_in_what_is_asked_for_pushes_out_what_was_there() {
        List<String> questions =
                Stream.of("a", "b", "c", "d").map(text -> text.repeat(20_000)).toList();
        questions.forEach(question -> remembered
                .get(question, () -> Uni.createFrom().item("nothing found"))
                .await()
                .indefinitely());

        Awaitility.await()
                .until(() -> questions.stream()
                                .filter(question -> remembered.fresh(question).isPresent())
                                .count()
                        <= 2);
    }

    @Test
    void an_age_is_told_of_what_was_remembered() {
        answered(get(), "one");
        clock.advance(Duration.ofMillis(1_500));

        get().join();

        assertThat(ages).containsExactly(1_500L);
    }

    @Test
    void senseless_times_are_refused_with_a_sentence() {
        assertThatThrownBy(() -> new Freshness(Duration.ofSeconds(-1), Duration.ZERO))
                .hasMessage("highlevel.cache.ttl must not be negative");
        assertThatThrownBy(() -> new Freshness(Duration.ZERO, Duration.ofSeconds(-1)))
                .hasMessage("highlevel.cache.max-stale must not be negative");
    }

    private CoalescingCache<String, String> remembered(Duration ttl) {
        return new CoalescingCache<>(new Freshness(ttl, Duration.ofSeconds(60)), 100_000, clock);
    }

    private CompletableFuture<String> get() {
        return get(remembered);
    }

    private CompletableFuture<String> get(CoalescingCache<String, String> from) {
        return from.get("key", scarcity, ages::add, () -> Uni.createFrom()
                        .<String>emitter(asked::add)
                        .onCancellation()
                        .invoke(cancelled::incrementAndGet))
                .subscribeAsCompletionStage();
    }

    private void answered(CompletableFuture<String> asking, String answer) {
        asked.get(asked.size() - 1).complete(answer);
        assertThat(asking.join()).isEqualTo(answer);
    }

    private static final class Scarcity implements BudgetPressure {

        private static final class Spent extends RuntimeException {}

        private volatile boolean now;

        @Override
        public boolean isNow() {
            return now;
        }

        @Override
        public boolean explains(Throwable failure) {
            return failure instanceof Spent;
        }
    }
}
