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
    void a_reset_may_be_a_time() {
        long reset = clock.millis() + 3_600_000;

        assertThat(read(Map.of(DAILY_RESET, String.valueOf(reset))).dailyReset())
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_reset_may_also_be_what_is_left_of_the_day() {
        assertThat(read(Map.of(DAILY_RESET, "7200000")).dailyReset()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_reset_that_has_passed_needs_no_wait() {
        assertThat(read(Map.of(DAILY_RESET, String.valueOf(clock.millis() - 1))).dailyReset())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1e9", "99999999999999999999"})
    void a_header_that_is_no_number_does_not_say(String value) {
        assertThat(read(Map.of(INTERVAL, value, DAILY_REMAINING, value, DAILY_RESET, value)))
                .isEqualTo(RateHeaders.NONE);
    }

    @Test
    void no_header_does_not_say() {
        assertThat(read(Map.of())).isEqualTo(RateHeaders.NONE);
    }

    private RateHeaders read(Map<String, String> headers) {
        return RateHeaders.of(new HashMap<>(headers)::get, clock.instant());
    }
}
