package ghl.gateway.conformance;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import org.junit.jupiter.api.Test;

/** One process of the artifact is the CRM of another, as in the tests that kill the gateway and keep the CRM. */
class SecondProcessCrmIT {

    @Test
    void a_form_sent_to_one_process_arrives_once_in_the_crm_of_the_other() {
        try (GatewayProcess crmProcess = GatewayLaunch.fresh().start();
                GatewayProcess gatewayProcess =
                        CrmAddress.at(crmProcess.url("/sandbox")).gateway().start()) {
            GatewayCaller crm = new GatewayCaller(crmProcess);
            GatewayCaller gateway = new GatewayCaller(gatewayProcess);
            Lead lead = Lead.knownTo(crm);

            lead.submitTo(gateway);

            lead.isWhollyIn(crm);
            lead.isWhollyGivenBy(gateway);
        }
    }
}
