package ghl.gateway.access.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.access.mode.AccessPolicy.Situation;
import ghl.gateway.fixture.SettingsReader;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {

    @Test
    void sandbox_on_this_machine_is_open_by_default() {
        assertThat(decide(null, true, "127.0.0.1")).isEqualTo(AccessPolicy.OPEN);
    }

    @Test
    void other_crm_is_open_only_with_the_setting() {
        assertThat(decide(AccessPolicy.OPEN, false, "localhost")).isEqualTo(AccessPolicy.OPEN);
    }

    @Test
    void container_may_publish_the_sandbox() {
        assertThat(decide(AccessPolicy.OPEN_SANDBOX, true, "0.0.0.0")).isEqualTo(AccessPolicy.OPEN_SANDBOX);
    }

    @ParameterizedTest
    @CsvSource({
        ", true, 0.0.0.0, QUARKUS_HTTP_HOST",
        "OPEN, false, 0.0.0.0, QUARKUS_HTTP_HOST",
        ", false, 127.0.0.1, GATEWAY_ACCESS=open",
        "OPEN_SANDBOX, false, 127.0.0.1, GATEWAY_ACCESS"
    })
    void unsafe_combination_is_refused_with_the_setting(
            AccessPolicy setting, boolean sandbox, String host, String named) {
        assertThatThrownBy(() -> decide(setting, sandbox, host))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(named);
    }

    @Test
    void unknown_mode_is_refused_and_the_modes_are_listed() {
        assertThat(SettingsReader.read(AccessConfig.class, Map.of("gateway.access", "open-sandbox"))
                        .mode())
                .hasValue(AccessPolicy.OPEN_SANDBOX);
        assertThatThrownBy(() -> SettingsReader.read(AccessConfig.class, Map.of("gateway.access", "closed")))
                .hasMessageContaining("gateway.access")
                .hasMessageContaining("allowed values: guarded,open,open-sandbox");
    }

    @Test
    void keys_or_an_openid_provider_make_it_guarded() {
        assertThat(AccessPolicy.decide(new Situation(null, true, "0.0.0.0", true, false)))
                .isEqualTo(AccessPolicy.GUARDED);
        assertThat(AccessPolicy.decide(new Situation(null, false, "0.0.0.0", false, true)))
                .isEqualTo(AccessPolicy.GUARDED);
        assertThat(AccessPolicy.decide(new Situation(AccessPolicy.GUARDED, true, "0.0.0.0", false, false)))
                .isEqualTo(AccessPolicy.GUARDED);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, true, false", "OPEN_SANDBOX, true, false", "OPEN, false, true"})
    void open_with_keys_or_openid_provider_is_refused(AccessPolicy setting, boolean hasKeys, boolean hasOidc) {
        assertThatThrownBy(() -> AccessPolicy.decide(new Situation(setting, true, "127.0.0.1", hasKeys, hasOidc)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("unset GATEWAY_ACCESS");
    }

    private static AccessPolicy decide(AccessPolicy setting, boolean sandbox, String host) {
        return AccessPolicy.decide(new Situation(setting, sandbox, host, false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:8080", "127.1.2.3", "[::1]:8080", "LOCALHOST:1"})
    void authority_of_this_machine_is_recognized(String authority) {
        assertThat(Loopback.isAuthority(authority)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example:80", "127.0.0.1.evil.example", "10.0.0.1:8080", ""})
    void foreign_authority_is_not_recognized(String authority) {
        assertThat(Loopback.isAuthority(authority)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:3000, true", "https://127.0.0.1, true", "https://evil.example, false", "null, false"})
    void only_origins_of_this_machine_are_recognized(String origin, boolean own) {
        assertThat(Loopback.isOrigin(origin)).isEqualTo(own);
    }
}
