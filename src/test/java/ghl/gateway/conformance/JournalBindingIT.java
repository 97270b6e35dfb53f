package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.FreePort;
import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import org.junit.jupiter.api.Test;

/** A journal belongs to one CRM once something was accepted for it. */
class JournalBindingIT {

    @Test
    void an_address_that_was_mistyped_binds_nothing() {
        GatewayLaunch launch =
                CrmAddress.at("http://127.0.0.1:" + FreePort.find()).gateway();
        launch.start().close();
        try (GatewayProcess sandbox = GatewayLaunch.fresh().start();
                GatewayProcess gateway =
                        launch.with("HIGHLEVEL_URL", sandbox.url("/sandbox")).start()) {
            assertThat(gateway.isAlive()).isTrue();
        }
    }
}
