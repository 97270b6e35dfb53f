package ghl.gateway.publicform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.SettingsReader;
import io.smallrye.config.ConfigValidationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeConfigTest {

    @Test
    void trusted_proxies_are_addresses_and_networks() {
        Map<String, String> settings = Map.of("gateway.intake.trusted-proxies", "10.0.0.7, 192.168.0.0/16");

        assertThat(SettingsReader.read(IntakeConfig.class, settings)
                        .trustedProxies()
                        .orElseThrow())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trusted-proxies | 10.0.0.7,proxy.example.com | must list addresses or networks",
                "per-minute | 0 | must be at least 1 (got 0)",
                "set-aside-per-minute | 0 | must be at least 1",
                "capture.most | 0 | must be at least 1",
                "capture.keep | 0s | must be longer than 0s (got PT0S)",
                "captcha.timeout | 0s | must be longer than 0s",
                "captcha.url | http://captcha.example.com | must use https",
                "captcha.url | captcha | must use https",
                "captcha.url | https://me:secret@captcha.example.com | without user and password",
            })
    void wrong_value_is_refused(String name, String value, String problem) {
        assertThatThrownBy(() -> SettingsReader.read(IntakeConfig.class, Map.of("gateway.intake." + name, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("gateway.intake." + name)
                .hasMessageContaining(problem);
    }
}
