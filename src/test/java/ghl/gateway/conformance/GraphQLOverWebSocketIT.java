package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.NodeScript;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The packaged gateway with the npm client graphql-ws, by the authors of the protocol. */
class GraphQLOverWebSocketIT {

    private static final Duration LIMIT = Patience.LIMIT;

    @Test
    void npm_client_is_acknowledged_and_unsupported_operations_are_refused() {
        try (GatewayProcess gateway = GatewayLaunch.fresh().start()) {
            NodeScript.Outcome client = new NodeScript("websocket.mjs")
                    .run(LIMIT, gateway.url("/graphql").replace("http:", "ws:"));

            assertThat(client.output()).contains("5 of 5 steps ok");
            assertThat(client.exitCode()).isZero();
        }
    }
}
