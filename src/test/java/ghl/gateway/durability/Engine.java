package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.PostgresServer;
import java.util.function.UnaryOperator;

/** The database of a gateway's journal. */
record Engine(String name, UnaryOperator<GatewayLaunch> journal) {

    /** The master key of all gateways on one database. */
    private static final String MASTER_KEY = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

    static final Engine SQLITE = new Engine("SQLite", launch -> launch);

    /** Each journal is a database of its own. */
    static Engine postgres(PostgresServer server) {
        return new Engine("PostgreSQL", launch -> launch.with("GATEWAY_DB_URL", server.freshDatabase())
                .with("GATEWAY_MASTER_KEY", MASTER_KEY));
    }

    /** The launch with a new journal. */
    GatewayLaunch on(GatewayLaunch launch) {
        return journal.apply(launch);
    }

    /** A launch with a new journal. */
    GatewayLaunch gateway(CrmProcess crm) {
        return journal.apply(crm.gateway());
    }

    @Override
    public String toString() {
        return name;
    }
}
