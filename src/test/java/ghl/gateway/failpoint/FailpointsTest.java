package ghl.gateway.failpoint;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

class FailpointsTest {

    @Test
    void failpoint_with_a_remote_crm_refuses_the_start() {
        assertThatThrownBy(() -> Failpoints.check("accept.after", false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("unset GATEWAY_FAILPOINT");
    }

    @Test
    void failpoint_with_a_crm_on_this_machine_is_allowed() {
        assertThatCode(() -> Failpoints.check("accept.after", true)).doesNotThrowAnyException();
    }

    @Test
    void no_failpoint_with_a_remote_crm_is_allowed() {
        assertThatCode(() -> Failpoints.check("", false)).doesNotThrowAnyException();
    }

    @Test
    void pass_without_the_setting_returns() {
        assertThatCode(() -> Failpoints.pass("accept.after")).doesNotThrowAnyException();
    }
}
