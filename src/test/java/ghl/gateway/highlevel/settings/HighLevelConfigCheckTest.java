package ghl.gateway.highlevel.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighLevelConfigCheckTest {

    @Test
    void the_defaults_are_sensible() {
        HighLevelConfigCheck.check(config(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "highlevel.timeout, 0s, HIGHLEVEL_TIMEOUT",
        "highlevel.timeout, -PT1S, HIGHLEVEL_TIMEOUT",
        "highlevel.connect-timeout, 0s, HIGHLEVEL_CONNECT_TIMEOUT",
        "highlevel.catalogue.ttl, -PT5M, HIGHLEVEL_CATALOGUE_TTL",
        "highlevel.write.deadline, 3m, HIGHLEVEL_WRITE_DEADLINE",
        "highlevel.read.timeout, 0s, HIGHLEVEL_READ_TIMEOUT",
        "highlevel.read.retries, -1, HIGHLEVEL_READ_RETRIES",
        "highlevel.cache.size, 0, HIGHLEVEL_CACHE_SIZE",
        "highlevel.pool-size, 0, HIGHLEVEL_POOL_SIZE",
        "highlevel.circuit.calls, 0, HIGHLEVEL_CIRCUIT_CALLS",
        "highlevel.circuit.delay, 0s, HIGHLEVEL_CIRCUIT_DELAY",
        "highlevel.oauth.sweep, 0s, HIGHLEVEL_OAUTH_SWEEP",
        "highlevel.oauth.consent-time, -1s, HIGHLEVEL_OAUTH_CONSENT_TIME"
    })
    void what_could_not_serve_a_call_stops_the_start(String key, String value, String named) {
        assertThatThrownBy(() -> HighLevelConfigCheck.check(config(Map.of(key, value))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(named);
    }

    private static HighLevelConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(HighLevelConfig.class)
                .withConverter(java.time.Duration.class, 100, new io.quarkus.runtime.configuration.DurationConverter())
                .withConverter(MemorySize.class, 100, new io.quarkus.runtime.configuration.MemorySizeConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build()
                .getConfigMapping(HighLevelConfig.class);
    }
}
