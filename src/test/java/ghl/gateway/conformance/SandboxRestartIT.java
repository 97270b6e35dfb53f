package ghl.gateway.conformance;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import org.junit.jupiter.api.Test;

/** The default run keeps what it answered for, even when the process is killed right after. */
class SandboxRestartIT {

    @Test
    void what_was_submitted_outlives_a_sigkill() {
        GatewayLaunch launch = GatewayLaunch.fresh();
        Lead lead;
        try (GatewayProcess gateway = launch.start()) {
            GatewayCaller caller = new GatewayCaller(gateway);
            lead = Lead.knownTo(caller);

            lead.submitTo(caller);
            gateway.kill();
        }

        try (GatewayProcess gateway = launch.start()) {
            GatewayCaller caller = new GatewayCaller(gateway);
            lead.isWhollyIn(caller);
            lead.isWhollyGivenBy(caller);
        }
    }
}
