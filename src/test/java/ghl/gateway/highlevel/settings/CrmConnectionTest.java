package ghl.gateway.highlevel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.Patience;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.transport.CrmClients;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.URI;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

/** With nothing set, the process is its own CRM, wherever its port is. */
@QuarkusTest
class CrmConnectionTest {

    @Inject
    CrmConnection connection;

    @Inject
    HttpServer server;

    @Inject
    HighLevelConfig config;

    @Inject
    HighLevel crm;

    @Test
    void the_sandbox_is_found_at_the_port_that_the_server_really_has() {
        assertThat(connection.isSandbox()).isTrue();
        assertThat(connection.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:" + server.getPort() + "/sandbox"));
        assertThat(server.getPort()).isPositive();
        assertThat(connection.defaultLocation()).hasValue("sbxMainLocation00001");
    }

    @Test
    void the_facade_reaches_it() {
        var nobody = crm.contact(connection.defaultLocation().orElseThrow(), "nobody00000000000000");

        assertThat(nobody.await().atMost(Patience.LIMIT)).isNull();
    }

    /** The scheduler may call before a slow start has finished. */
    @Test
    void the_sandbox_is_not_connected_to_before_the_server_listens() {
        StartingServer starting = new StartingServer();
        CrmConnection early = new CrmConnection(config, starting);

        assertThatThrownBy(() -> new CrmClients(early, config)).hasCauseInstanceOf(ConnectException.class);
        assertThat(new CrmHealth(early).call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);

        starting.port = 8080;

        assertThat(new CrmClients(early, config).contacts()).isNotNull();
        assertThat(new CrmHealth(early).call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    private static final class StartingServer implements HttpServer {

        private int port = -1;

        @Override
        public int getPort() {
            return port;
        }

        @Override
        public int getSecurePort() {
            return -1;
        }

        @Override
        public int getManagementPort() {
            return -1;
        }

        @Override
        public URI getLocalBaseUri() {
            throw new UnsupportedOperationException();
        }
    }
}
