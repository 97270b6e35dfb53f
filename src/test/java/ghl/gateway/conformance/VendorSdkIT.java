package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.NodeScript;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The vendor's SDK works against the sandbox. */
class VendorSdkIT {

    private static final Duration LIMIT = Patience.LIMIT;

    @Test
    void vendor_sdk_completes_a_contacts_lifecycle() {
        try (GatewayProcess gateway = GatewayLaunch.fresh().start()) {
            NodeScript.Outcome sdk = new NodeScript("sdk.mjs").run(LIMIT, gateway.url("/sandbox"));

            assertThat(sdk.output()).contains("13 of 13 steps ok");
            assertThat(sdk.exitCode()).isZero();
        }
    }
}
