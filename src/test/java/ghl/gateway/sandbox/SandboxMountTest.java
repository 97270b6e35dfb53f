package ghl.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.sandbox.SandboxConfig.Enabled;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class SandboxMountTest {

    @Test
    void mounted_without_a_live_crm() {
        assertThat(mounted(Optional.empty(), Optional.empty())).isTrue();
        assertThat(mounted(Optional.empty(), Optional.of("  "))).isTrue();
    }

    @Test
    void absent_beside_a_live_crm_unless_enabled() {
        assertThat(mounted(Optional.empty(), Optional.of("pit-live"))).isFalse();
        assertThat(mounted(Optional.of(Enabled.TRUE), Optional.of("pit-live"))).isTrue();
    }

    @Test
    void disabled_without_a_live_crm_is_refused() {
        assertThat(mounted(Optional.of(Enabled.FALSE), Optional.of("pit-live"))).isFalse();
        assertThatThrownBy(() -> mounted(Optional.of(Enabled.FALSE), Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SANDBOX_ENABLED");
    }

    @Test
    void named_locations_and_an_app_count_as_live_crm() {
        SandboxConfig unsaid = new NothingSaid();

        for (String credential : new String[] {"highlevel.locations.berlin.token", "highlevel.oauth.client-id"}) {
            assertThat(new SandboxMount(unsaid, settings(Map.of(credential, "x"))).isMounted())
                    .isFalse();
        }
        assertThat(new SandboxMount(unsaid, settings(Map.of("highlevel.oauth.scopes", "x"))).isMounted())
                .isTrue();
    }

    private static Config settings(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }

    private static final class NothingSaid implements SandboxConfig {
        @Override
        public Optional<Enabled> enabled() {
            return Optional.empty();
        }

        @Override
        public Path data() {
            return Path.of("data");
        }
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
        Map<String, String> settings =
                liveToken.map(token -> Map.of("highlevel.token", token)).orElse(Map.of());
        return new SandboxMount(config, settings(settings)).isMounted();
    }
}
