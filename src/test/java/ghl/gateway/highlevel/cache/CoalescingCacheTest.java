package ghl.gateway.highlevel.cache;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Patience;
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
import org.junit.jupiter.api.Test;

class CoalescingCacheTest {

    private final TestClock clock = new TestClock();
    private final Pressure pressure = new Pressure();
    private final List<UniEmitter<? super String>> fetches = new ArrayList<>();
    private final List<Long> ages = new ArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final CoalescingCache<String, String> cache = cache(Duration.ofSeconds(5));

    @Test
    void value_is_served_until_its_ttl_ends() {
        answered(get(), "one");

        clock.advance(Duration.ofMillis(4_999));
        assertThat(get().join()).isEqualTo("one");

        clock.advance(Duration.ofMillis(1));
        get();
        assertThat(fetches).hasSize(2);
    }

    @Test
    void null_is_cached_for_one_second() {
        answered(get(), null);

        clock.advance(Duration.ofMillis(999));
        assertThat(get().join()).isNull();
        clock.advance(Duration.ofMillis(1));
        get();

        assertThat(fetches).hasSize(2);
    }

    @Test
    void concurrent_callers_share_one_call() {
        CompletableFuture<String> first = get();
        CompletableFuture<String> second = get();

        fetches.get(0).complete("one");

        assertThat(first.join()).isEqualTo(second.join()).isEqualTo("one");
        assertThat(fetches).hasSize(1);
    }

    @Test
    void cancelling_caller_does_not_cancel_the_others() {
        CompletableFuture<String> first = get();
        CompletableFuture<String> second = get();

        first.cancel(true);
        fetches.get(0).complete("one");

        assertThat(second.join()).isEqualTo("one");
    }

    @Test
    void failure_reaches_all_callers_and_is_not_cached() {
        CompletableFuture<String> first = get();
        CompletableFuture<String> second = get();

        fetches.get(0).fail(new IllegalStateException());

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
        get();
        assertThat(fetches).hasSize(2);
    }

    @Test
    void zero_ttl_stores_nothing_but_shares_calls() {
        CoalescingCache<String, String> sharing = cache(Duration.ZERO);
        CompletableFuture<String> first = get(sharing);
        CompletableFuture<String> second = get(sharing);
        fetches.get(0).complete("one");
        assertThat(first.join()).isEqualTo(second.join());

        get(sharing);

        assertThat(fetches).hasSize(2);
    }

    @Test
    void stale_value_is_served_and_refreshed_while_calls_are_scarce() {
        answered(get(), "old");
        clock.advance(Duration.ofSeconds(60));
        pressure.high = true;

        assertThat(get().join()).isEqualTo("old");
        assertThat(get().join()).as("while the refresh is in flight").isEqualTo("old");
        assertThat(fetches).hasSize(2);

        fetches.get(1).complete("new");
        assertThat(get().join()).isEqualTo("new");
    }

    @Test
    void waiting_callers_get_the_stale_value_when_calls_become_scarce() {
        answered(get(), "old");
        clock.advance(Duration.ofSeconds(20));
        CompletableFuture<String> begun = get();
        CompletableFuture<String> joined = get();
        pressure.high = true;

        assertThat(begun.orTimeout(Patience.SECONDS, TimeUnit.SECONDS).join()).isEqualTo("old");
        assertThat(joined.orTimeout(Patience.SECONDS, TimeUnit.SECONDS).join()).isEqualTo("old");
        assertThat(ages).containsExactly(20_000L, 20_000L);

        fetches.get(1).complete("new");
        assertThat(get().join()).as("the fetch continues for later callers").isEqualTo("new");
        assertThat(cancelled).hasValue(0);
        assertThat(fetches).hasSize(2);
    }

    @Test
    void caller_that_must_wait_does_not_join_a_background_refresh() {
        answered(get(), "old");
        clock.advance(Duration.ofSeconds(60));
        pressure.high = true;
        get();
        clock.advance(Duration.ofMillis(1));

        CompletableFuture<String> waiting = get();

        assertThat(fetches)
                .as("one for the refresh, one for the waiting caller")
                .hasSize(3);
        assertThat(cancelled).as("the first one").hasValue(1);
        fetches.get(2).complete("new");
        assertThat(waiting.join()).isEqualTo("new");
    }

    @Test
    void background_refresh_is_marked_in_its_context() {
        List<Boolean> refreshes = new ArrayList<>();
        Supplier<Uni<String>> read = () -> Uni.createFrom().context(context -> {
            refreshes.add(
                    BackgroundRefresh.isMarked(context) && context.get("whose").equals("caller's"));
            return Uni.createFrom().item("one");
        });
        Context callers = Context.of("whose", "caller's");
        cache.get("key", pressure, ages::add, read).awaitUsing(callers).indefinitely();
        clock.advance(Duration.ofSeconds(60));
        pressure.high = true;

        cache.get("key", pressure, ages::add, read).awaitUsing(callers).indefinitely();

        assertThat(refreshes).containsExactly(false, true);
        assertThat(BackgroundRefresh.isMarked(callers))
                .as("the caller's own context")
                .isFalse();
    }

    @Test
    void value_older_than_max_stale_is_not_served() {
        answered(get(), "old");
        clock.advance(Duration.ofMillis(60_001));
        pressure.high = true;

        assertThat(get()).isNotDone();
    }

    @Test
    void null_is_never_served_stale() {
        answered(get(), null);
        clock.advance(Duration.ofSeconds(2));
        pressure.high = true;

        assertThat(get()).isNotDone();
    }

    @Test
    void stale_value_replaces_a_failure_for_lack_of_calls_only() {
        answered(get(), "old");
        clock.advance(Duration.ofSeconds(6));

        CompletableFuture<String> spent = get();
        fetches.get(1).fail(new Pressure.Spent());
        assertThat(spent.join()).isEqualTo("old");

        CompletableFuture<String> broken = get();
        fetches.get(2).fail(new IllegalStateException());
        assertThat(broken).isCompletedExceptionally();
    }

    @Test
    void fetch_is_cancelled_when_its_last_caller_leaves() {
        CompletableFuture<String> first = get();
        CompletableFuture<String> second = get();
        first.cancel(true);
        assertThat(cancelled).hasValue(0);

        second.cancel(true);

        assertThat(cancelled).hasValue(1);
        get();
        assertThat(fetches).as("started again").hasSize(2);
    }

    @Test
    void joined_caller_tries_again_when_the_first_one_ran_out_of_time() {
        CompletableFuture<String> first = get();
        CompletableFuture<String> second = get();

        fetches.get(0).fail(new Pressure.Spent());

        assertThat(first).isCompletedExceptionally();
        fetches.get(1).complete("one");
        assertThat(second.join()).isEqualTo("one");
    }

    @Test
    void large_values_evict_older_ones() {
        AtomicInteger reads = new AtomicInteger();
        for (String key : List.of("a", "b", "c", "d")) {
            cache.get(key, () -> Uni.createFrom().item("x".repeat(40_000)))
                    .await()
                    .indefinitely();
        }

        Patience.await().until(() -> {
            reads.set(0);
            for (String key : List.of("a", "b", "c", "d")) {
                reads.addAndGet(cache.fresh(key).isPresent() ? 1 : 0);
            }
            return reads.get() <= 2;
        });
    }

    @Test
    void large_keys_evict_older_ones() {
        List<String> keys =
                Stream.of("a", "b", "c", "d").map(text -> text.repeat(20_000)).toList();
        keys.forEach(key -> cache.get(key, () -> Uni.createFrom().item("nothing found"))
                .await()
                .indefinitely());

        Patience.await()
                .until(() -> keys.stream()
                                .filter(key -> cache.fresh(key).isPresent())
                                .count()
                        <= 2);
    }

    @Test
    void cache_hit_reports_its_age() {
        answered(get(), "one");
        clock.advance(Duration.ofMillis(1_500));

        get().join();

        assertThat(ages).containsExactly(1_500L);
    }

    private CoalescingCache<String, String> cache(Duration ttl) {
        return new CoalescingCache<>(new Freshness(ttl, Duration.ofSeconds(60)), 100_000, clock);
    }

    private CompletableFuture<String> get() {
        return get(cache);
    }

    private CompletableFuture<String> get(CoalescingCache<String, String> from) {
        return from.get("key", pressure, ages::add, () -> Uni.createFrom()
                        .<String>emitter(fetches::add)
                        .onCancellation()
                        .invoke(cancelled::incrementAndGet))
                .subscribeAsCompletionStage();
    }

    private void answered(CompletableFuture<String> asking, String answer) {
        fetches.get(fetches.size() - 1).complete(answer);
        assertThat(asking.join()).isEqualTo(answer);
    }

    private static final class Pressure implements BudgetPressure {

        private static final class Spent extends RuntimeException {}

        private volatile boolean high;

        @Override
        public boolean isHigh() {
            return high;
        }

        @Override
        public boolean caused(Throwable failure) {
            return failure instanceof Spent;
        }
    }
}
