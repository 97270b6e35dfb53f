package ghl.gateway.sandbox.gate;

import static ghl.gateway.sandbox.Samples.location;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.sandbox.state.SandboxLocation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SandboxQuotaTest {

    private static final long NOON = Instant.parse("2026-11-02T12:00:00Z").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final SandboxLocation location = location("{'burst':2,'daily':5}");
    private final SandboxQuota quota = new SandboxQuota();

    @Test
    void burst_limit_recovers_after_ten_seconds() {
        assertThat(quota.take(location, NOON)).isTrue();
        assertThat(quota.take(location, NOON + 1)).isTrue();
        assertThat(quota.take(location, NOON + 2)).isFalse();

        assertThat(quota.take(location, NOON + 10_000)).isTrue();
        assertThat(quota.take(location, NOON + 10_000)).isFalse();
    }

    @Test
    void refused_request_does_not_count() {
        quota.take(location, NOON);
        quota.take(location, NOON);
        quota.take(location, NOON);

        assertThat(quota.headers(location, NOON))
                .containsEntry("X-RateLimit-Remaining", "0")
                .containsEntry("X-RateLimit-Daily-Remaining", "3");
    }

    @Test
    void daily_limit_resets_at_midnight_utc() {
        quota.leaveForToday(location, 1, NOON);

        assertThat(quota.take(location, NOON)).isTrue();
        assertThat(quota.take(location, NOON)).isFalse();
        assertThat(quota.take(location, NOON + DAY)).isTrue();
    }

    @Test
    void headers_carry_both_limits() {
        quota.take(location, NOON);

        assertThat(quota.headers(location, NOON))
                .containsEntry("X-RateLimit-Limit-Daily", "5")
                .containsEntry("X-RateLimit-Daily-Remaining", "4")
                .containsEntry("X-RateLimit-Daily-Reset", String.valueOf(DAY / 2))
                .containsEntry("X-RateLimit-Interval-Milliseconds", "10000")
                .containsEntry("X-RateLimit-Max", "2")
                .containsEntry("X-RateLimit-Remaining", "1");
    }
}
