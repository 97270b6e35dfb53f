package ghl.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.PostgresServer;
import ghl.gateway.storage.Threads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The packaged gateway on a real PostgreSQL. */
class PostgresIT {

    @Test
    void gateways_that_start_together_share_one_database() throws Exception {
        try (PostgresServer server = PostgresServer.launch()) {
            GatewayLaunch launch = GatewayLaunch.fresh()
                    .with("GATEWAY_DB_URL", server.freshDatabase())
                    .with("GATEWAY_MASTER_KEY", "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=");
            GatewayLaunch other = launch.beside();

            CompletableFuture<Void> both = CompletableFuture.allOf(
                    Threads.start(() -> assertServes(launch)), Threads.start(() -> assertServes(other)));

            both.get(120, TimeUnit.SECONDS);
        }
    }

    private static void assertServes(GatewayLaunch launch) {
        try (GatewayProcess gateway = launch.start()) {
            assertThat(gateway.log()).contains("Database: PostgreSQL at 127.0.0.1:");
        }
    }
}
