package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.NodeScript;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The vendor's own SDK takes the sandbox for the vendor. */
class VendorSdkIT {

    private static final Duration LIMIT = Patience.LIMIT;

    @Test
    void the_vendors_sdk_lives_a_contacts_life_in_the_sandbox() {
        try (GatewayProcess gateway = GatewayLaunch.fresh().start()) {
            NodeScript.Outcome sdk = new NodeScript("sdk.mjs").run(LIMIT, gateway.url("/sandbox"));

            assertThat(sdk.output()).contains("13 of 13 steps ok");
            assertThat(sdk.exitCode()).isZero();
        }
    }
}
