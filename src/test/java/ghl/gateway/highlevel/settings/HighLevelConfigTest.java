package ghl.gateway.highlevel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.SettingsReader;
import io.smallrye.config.ConfigValidationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighLevelConfigTest {

    @Test
    void defaults_are_valid() {
        assertThat(SettingsReader.read(HighLevelConfig.class, Map.of()).cache().size())
                .isEqualTo(64 * 1024 * 1024);
    }

    @ParameterizedTest
    @CsvSource({
        "highlevel.timeout, 0s",
        "highlevel.timeout, -PT1S",
        "highlevel.timeout, 61s",
        "highlevel.connect-timeout, 0s",
        "highlevel.catalogue.ttl, -PT5M",
        "highlevel.read.deadline, 61s",
        "highlevel.read.deadline, -PT1S",
        "highlevel.write.deadline, 3m",
        "highlevel.write.deadline, -PT1S",
        "highlevel.read.timeout, 0s",
        "highlevel.read.retries, -1",
        "highlevel.cache.size, 0",
        "highlevel.cache.ttl, -PT1S",
        "highlevel.cache.max-stale, -PT1S",
        "highlevel.budget.burst, 0",
        "highlevel.budget.window, 0s",
        "highlevel.budget.daily, 0",
        "highlevel.pool-size, 0",
        "highlevel.circuit.calls, 0",
        "highlevel.circuit.delay, 0s",
        "highlevel.oauth.sweep, PT0.9S",
        "highlevel.oauth.consent-time, -1s"
    })
    void value_out_of_range_is_refused(String key, String value) {
        assertThatThrownBy(() -> SettingsReader.read(HighLevelConfig.class, Map.of(key, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(key + " must be ")
                .hasMessageContaining("(got ");
    }
}
