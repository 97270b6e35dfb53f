package ghl.gateway.conformance;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import org.junit.jupiter.api.Test;

/** One gateway process serves as the CRM of another, as in the crash tests. */
class SecondProcessCrmIT {

    @Test
    void form_is_delivered_once_to_another_processs_crm() {
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
