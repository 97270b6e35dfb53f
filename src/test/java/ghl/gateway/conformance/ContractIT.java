package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Requirement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The command {@code check} against a CRM: the sandbox always, and a real location when {@code CONTRACT_TOKEN} and {@code
 * CONTRACT_LOCATION_ID} (and {@code CONTRACT_URL} for another address than the vendor's) are in the environment.
 */
class ContractIT {

    private static final String MASTER_KEY = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

    @Test
    void the_sandbox_lets_the_gateway_do_what_it_needs() {
        try (GatewayProcess crm = GatewayLaunch.fresh().sparing().start()) {
            GatewayLaunch gateway = CrmAddress.at(crm.url("/sandbox")).gateway();

            Command.Outcome outcome = Command.run(gateway, "check");

            assertThat(outcome.output())
                    .contains("ok    the gateway would start")
                    .contains("ok    " + CrmAddress.LOCATION + ": reads contacts (contacts.readonly)")
                    .contains("ok    " + CrmAddress.LOCATION + ": writes contacts (contacts.write)")
                    .doesNotContain("FAIL");
            assertThat(outcome.exitCode()).isZero();
        }
    }

    @Test
    void a_token_that_is_none_is_told() {
        try (GatewayProcess crm = GatewayLaunch.fresh().sparing().start()) {
            GatewayLaunch gateway =
                    CrmAddress.at(crm.url("/sandbox")).gateway().with("HIGHLEVEL_TOKEN", "pit-wrong-canary");

            Command.Outcome outcome = Command.run(gateway, "check");

            assertThat(outcome.output())
                    .contains("FAIL  " + CrmAddress.LOCATION)
                    .contains("access token is invalid")
                    .doesNotContain("pit-wrong-canary");
            assertThat(outcome.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void settings_that_would_not_start_are_told() {
        Command.Outcome outcome = Command.run(
                GatewayLaunch.fresh().with("HIGHLEVEL_TOKEN", CrmAddress.TOKEN).with("GATEWAY_ACCESS", "open"),
                "check");

        assertThat(outcome.output()).contains("HIGHLEVEL_TOKEN is set but HIGHLEVEL_LOCATION_ID is missing");
        assertThat(outcome.exitCode()).isNotZero();
    }

    @Test
    void a_real_location_lets_the_gateway_do_what_it_needs() {
        Map<String, String> environment = System.getenv();
        Requirement.that(
                environment.containsKey("CONTRACT_TOKEN") && environment.containsKey("CONTRACT_LOCATION_ID"),
                "CONTRACT_TOKEN and CONTRACT_LOCATION_ID are not set: no real location is asked");
        GatewayLaunch gateway = GatewayLaunch.fresh()
                .with("HIGHLEVEL_TOKEN", environment.get("CONTRACT_TOKEN"))
                .with("HIGHLEVEL_LOCATION_ID", environment.get("CONTRACT_LOCATION_ID"))
                .with("GATEWAY_MASTER_KEY", MASTER_KEY)
                .with("GATEWAY_ACCESS", "open");
        String url = environment.get("CONTRACT_URL");

        Command.Outcome outcome = Command.run(url == null ? gateway : gateway.with("HIGHLEVEL_URL", url), "check");

        assertThat(outcome.output()).doesNotContain("FAIL").contains("writes contacts");
        assertThat(outcome.exitCode()).isZero();
    }
}
