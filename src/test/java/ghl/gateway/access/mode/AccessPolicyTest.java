package ghl.gateway.access.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.access.mode.AccessPolicy.Situation;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {

    @Test
    void the_sandbox_is_open_on_this_machine_without_a_word() {
        assertThat(decide(null, true, "127.0.0.1")).isEqualTo(AccessPolicy.OPEN);
    }

    @Test
    void another_crm_is_open_only_when_somebody_says_so() {
        assertThat(decide("open", false, "localhost")).isEqualTo(AccessPolicy.OPEN);
    }

    @Test
    void a_container_may_show_the_sandbox() {
        assertThat(decide("open-sandbox", true, "0.0.0.0")).isEqualTo(AccessPolicy.OPEN_SANDBOX);
    }

    @ParameterizedTest
    @CsvSource({
        ", true, 0.0.0.0, QUARKUS_HTTP_HOST",
        "open, false, 0.0.0.0, QUARKUS_HTTP_HOST",
        ", false, 127.0.0.1, GATEWAY_ACCESS=open",
        "open-sandbox, false, 127.0.0.1, HIGHLEVEL_TOKEN",
        "closed, true, 127.0.0.1, GATEWAY_ACCESS"
    })
    void anything_else_refuses_and_says_which_setting(String setting, boolean sandbox, String host, String named) {
        assertThatThrownBy(() -> decide(setting, sandbox, host))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(named);
    }

    @Test
    void keys_or_an_openid_provider_guard_it() {
        assertThat(AccessPolicy.decide(new Situation(null, true, "0.0.0.0", true, false)))
                .isEqualTo(AccessPolicy.GUARDED);
        assertThat(AccessPolicy.decide(new Situation(null, false, "0.0.0.0", false, true)))
                .isEqualTo(AccessPolicy.GUARDED);
        assertThat(AccessPolicy.decide(new Situation("guarded", true, "0.0.0.0", false, false)))
                .isEqualTo(AccessPolicy.GUARDED);
    }

    @ParameterizedTest
    @CsvSource({"open, true, false", "open-sandbox, true, false", "open, false, true"})
    void who_says_open_and_has_keys_must_decide(String setting, boolean hasKeys, boolean hasOidc) {
        assertThatThrownBy(() -> AccessPolicy.decide(new Situation(setting, true, "127.0.0.1", hasKeys, hasOidc)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("unset GATEWAY_ACCESS");
    }

    private static AccessPolicy decide(String setting, boolean sandbox, String host) {
        return AccessPolicy.decide(new Situation(setting, sandbox, host, false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:8080", "127.1.2.3", "[::1]:8080", "LOCALHOST:1"})
    void names_of_this_machine(String authority) {
        assertThat(Loopback.isAuthority(authority)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example:80", "127.0.0.1.evil.example", "10.0.0.1:8080", ""})
    void names_of_others(String authority) {
        assertThat(Loopback.isAuthority(authority)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:3000, true", "https://127.0.0.1, true", "https://evil.example, false", "null, false"})
    void origins(String origin, boolean own) {
        assertThat(Loopback.isOrigin(origin)).isEqualTo(own);
    }
}
