package ghl.gateway.highlevel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Patience;
import ghl.gateway.highlevel.HighLevel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** With nothing set, the process is its own CRM, wherever its port is. */
@QuarkusTest
class CrmConnectionTest {

    @Inject
    CrmConnection connection;

    @Inject
    HttpServer server;

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
}
