package ghl.gateway.submission.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(15), Duration.ofHours(72));
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    @Property
    void delay_is_positive_and_at_most_the_longest(@ForAll @IntRange(min = 1) int failures, @ForAll long seed) {
        Duration delay = POLICY.delay(failures, new Random(seed));

        assertThat(delay).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void longest_delay_doubles_with_each_failure() {
        assertThat(longest(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(longest(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(longest(5)).isEqualTo(Duration.ofSeconds(16));
        assertThat(longest(10)).isEqualTo(Duration.ofSeconds(512));
        assertThat(longest(11)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void delay_is_random_between_zero_and_the_longest() {
        assertThat(POLICY.delay(11, alwaysBelow(0))).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void policy_is_spent_after_three_days_of_failures() {
        assertThat(POLICY.isSpent(NOW.minus(Duration.ofHours(72)), NOW)).isTrue();
        assertThat(POLICY.isSpent(NOW.minus(Duration.ofHours(72)).plusMillis(1), NOW))
                .isFalse();
        assertThat(POLICY.isSpent(null, NOW)).isFalse();
    }

    private static Duration longest(int failures) {
        return POLICY.delay(failures, alwaysBelow(1));
    }

    /** @param part 0 for the shortest possible delay, 1 for the longest */
    private static RandomGenerator alwaysBelow(int part) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public long nextLong(long bound) {
                return part * (bound - 1);
            }
        };
    }
}
