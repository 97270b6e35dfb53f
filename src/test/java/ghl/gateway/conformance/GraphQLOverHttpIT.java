package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.NodeScript;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The audits of the npm package graphql-http, by the authors of the GraphQL over HTTP specification. */
class GraphQLOverHttpIT {

    private static final Duration LIMIT = Patience.LIMIT;

    @Test
    void every_audit_of_graphql_over_http_passes() {
        try (GatewayProcess gateway = GatewayLaunch.fresh().start()) {
            NodeScript.Outcome audit = new NodeScript("audit.mjs").run(LIMIT, gateway.url("/graphql"));

            assertThat(audit.output()).contains("61 of 61 audits ok");
            assertThat(audit.exitCode()).isZero();
        }
    }
}
