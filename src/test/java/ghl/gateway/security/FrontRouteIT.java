package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** GraphQL's route stands behind what Quarkus guards its server with, and does not wait for slow senders. */
class FrontRouteIT {

    private static final Map<String, String> DENIED = Map.of(
            "QUARKUS_HTTP_AUTH_PERMISSION_CLOSED_PATHS", "/graphql",
            "QUARKUS_HTTP_AUTH_PERMISSION_CLOSED_POLICY", "deny");

    @Test
    void a_permission_that_denies_it_is_asked_first() {
        try (GatewayProcess gateway = GatewayLaunch.fresh().with(DENIED).start()) {
            assertThat(Request.graphql(gateway, "{ __typename }").send().statusCode())
                    .isIn(401, 403);
            assertThat(Request.get(gateway, "/graphql?query=%7B__typename%7D")
                            .send()
                            .statusCode())
                    .isIn(401, 403);
        }
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_not_waited_for() throws Exception {
        try (GatewayProcess gateway =
                GatewayLaunch.fresh().with("GATEWAY_HTTP_BODY_TIME", "1s").start()) {
            URI address = URI.create(gateway.url("/graphql"));
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream()
                        .write(("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 100\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
                InputStream answer = socket.getInputStream();

                assertThat(answer.read()).as("the connection is closed").isEqualTo(-1);
            }
            assertThat(Request.graphql(gateway, "{ __typename }").send().statusCode())
                    .isEqualTo(200);
        }
    }
}
