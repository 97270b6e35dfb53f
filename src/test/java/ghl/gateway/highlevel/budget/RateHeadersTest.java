package ghl.gateway.highlevel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateHeadersTest {

    private static final String INTERVAL = "X-RateLimit-Interval-Milliseconds";
    private static final String DAILY_REMAINING = "X-RateLimit-Daily-Remaining";
    private static final String DAILY_RESET = "X-RateLimit-Daily-Reset";

    private final TestClock clock = new TestClock();

    @Test
    void a_spent_window_is_over_after_its_length() {
        assertThat(hint(Map.of(INTERVAL, "10000", DAILY_REMAINING, "5"))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_spent_day_is_over_at_the_time_of_its_reset() {
        long reset = clock.millis() + 3_600_000;

        assertThat(hint(Map.of(INTERVAL, "10000", DAILY_REMAINING, "0", DAILY_RESET, String.valueOf(reset))))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_reset_may_also_be_what_is_left_of_the_day() {
        assertThat(hint(Map.of(DAILY_REMAINING, "0", DAILY_RESET, "7200000"))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_reset_that_has_passed_needs_no_wait() {
        assertThat(hint(Map.of(DAILY_REMAINING, "0", DAILY_RESET, String.valueOf(clock.millis() - 1))))
                .isZero();
    }

    @Test
    void a_spent_day_without_a_reset_is_of_unknown_length() {
        assertThat(hint(Map.of(INTERVAL, "10000", DAILY_REMAINING, "0"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1e9", "99999999999999999999"})
    void a_header_that_is_no_number_does_not_say(String value) {
        assertThat(hint(Map.of(INTERVAL, value))).isNull();
    }

    @Test
    void no_header_does_not_say() {
        assertThat(hint(Map.of())).isNull();
    }

    private Duration hint(Map<String, String> headers) {
        return RateHeaders.of(new HashMap<>(headers)::get, clock.instant()).retryAfter();
    }
}
