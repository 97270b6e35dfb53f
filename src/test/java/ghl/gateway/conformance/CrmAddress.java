package ghl.gateway.conformance;

import ghl.gateway.fixture.GatewayLaunch;

/** A CRM at an address, as settings of a second gateway: the sandbox's main location with its token. */
record CrmAddress(String address) {

    static final String TOKEN = "pit-sandbox";
    static final String LOCATION = "sbxMainLocation00001";

    static CrmAddress at(String address) {
        return new CrmAddress(address);
    }

    /** A gateway that uses this CRM, in open mode. */
    GatewayLaunch gateway() {
        return guardedGateway().with("GATEWAY_ACCESS", "open");
    }

    /** A gateway that uses this CRM, without a setting for access. */
    GatewayLaunch guardedGateway() {
        return GatewayLaunch.fresh()
                .with("HIGHLEVEL_URL", address)
                .with("HIGHLEVEL_TOKEN", TOKEN)
                .with("HIGHLEVEL_LOCATION_ID", LOCATION);
    }
}
