package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.PostgresServer;
import java.util.function.UnaryOperator;

/** The database that a gateway keeps its journal in. */
record Engine(String name, UnaryOperator<GatewayLaunch> journal) {

    static final Engine SQLITE = new Engine("SQLite", launch -> launch);

    /** Each journal is a database of its own. */
    static Engine postgres(PostgresServer server) {
        return new Engine("PostgreSQL", launch -> launch.with("GATEWAY_DB_URL", server.freshDatabase()));
    }

    /** On a new journal. */
    GatewayLaunch gateway(CrmProcess crm) {
        return journal.apply(crm.gateway());
    }

    @Override
    public String toString() {
        return name;
    }
}
