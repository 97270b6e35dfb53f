package ghl.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(mounted(Optional.of(true), Optional.of("pit-live"))).isTrue();
    }

    @Test
    void it_can_be_kept_away() {
        assertThat(mounted(Optional.of(false), Optional.empty())).isFalse();
    }

    private static boolean mounted(Optional<Boolean> enabled, Optional<String> liveToken) {
        SandboxConfig config = new SandboxConfig() {
            @Override
            public Optional<Boolean> enabled() {
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
