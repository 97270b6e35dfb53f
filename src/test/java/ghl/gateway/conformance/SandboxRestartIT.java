package ghl.gateway.conformance;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Data of the default run survives SIGKILL. */
@Tag("proof")
class SandboxRestartIT {

    @Test
    void submission_survives_sigkill() {
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
