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
    void reset_can_be_a_time() {
        long reset = clock.millis() + 3_600_000;

        assertThat(read(Map.of(DAILY_RESET, String.valueOf(reset))).dailyReset())
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void reset_can_be_a_duration() {
        assertThat(read(Map.of(DAILY_RESET, "7200000")).dailyReset()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void reset_in_the_past_is_zero() {
        assertThat(read(Map.of(DAILY_RESET, String.valueOf(clock.millis() - 1))).dailyReset())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1e9", "99999999999999999999"})
    void header_without_a_number_is_null(String value) {
        assertThat(read(Map.of(INTERVAL, value, DAILY_REMAINING, value, DAILY_RESET, value)))
                .isEqualTo(RateHeaders.NONE);
    }

    @Test
    void missing_headers_are_null() {
        assertThat(read(Map.of())).isEqualTo(RateHeaders.NONE);
    }

    private RateHeaders read(Map<String, String> headers) {
        return RateHeaders.of(new HashMap<>(headers)::get, clock.instant());
    }
}
