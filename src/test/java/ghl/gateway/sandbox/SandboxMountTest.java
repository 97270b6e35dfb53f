package ghl.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.sandbox.SandboxConfig.Enabled;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SandboxMountTest {

    @Test
    void it_is_mounted_when_no_live_crm_is_configured() {
        assertThat(mounted(Optional.empty(), Optional.empty())).isTrue();
        assertThat(mounted(Optional.empty(), Optional.of("  "))).isTrue();
    }

    @Test
    void it_is_gone_beside_a_live_crm_unless_asked_for() {
        assertThat(mounted(Optional.empty(), Optional.of("pit-live"))).isFalse();
        assertThat(mounted(Optional.of(Enabled.TRUE), Optional.of("pit-live"))).isTrue();
    }

    @Test
    void it_can_be_kept_away_from_a_live_crm_only() {
        assertThat(mounted(Optional.of(Enabled.FALSE), Optional.of("pit-live"))).isFalse();
        assertThatThrownBy(() -> mounted(Optional.of(Enabled.FALSE), Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SANDBOX_ENABLED");
    }

    private static boolean mounted(Optional<Enabled> enabled, Optional<String> liveToken) {
        SandboxConfig config = new SandboxConfig() {
            @Override
            public Optional<Enabled> enabled() {
                return enabled;
            }

            @Override
            public Path data() {
                return Path.of("data");
            }
        };
        return new SandboxMount(config, liveToken).isMounted();
    }
}
