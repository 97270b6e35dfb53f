package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.FreePort;
import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A journal belongs to one CRM from its first submission on. */
@Tag("proof")
class JournalBindingIT {

    @Test
    void mistyped_address_does_not_bind_the_journal() {
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
