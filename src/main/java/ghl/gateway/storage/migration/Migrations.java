package ghl.gateway.storage.migration;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Migrates a database to the tables of this version. */
public final class Migrations {

    private Migrations() {}

    /**
     * Runs the scripts that have not run yet. Gateways that start together on one PostgreSQL wait for each other.
     *
     * @throws org.flywaydb.core.api.FlywayException when a script fails, or an applied script has changed since
     */
    public static void run(DataSource source, Dialect dialect) {
        flyway(source, dialect).migrate();
    }

    /** Whether all scripts have run. */
    public static boolean areComplete(DataSource source, Dialect dialect) {
        return flyway(source, dialect).info().pending().length == 0;
    }

    private static Flyway flyway(DataSource source, Dialect dialect) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .resourceProvider(new Scripts(dialect))
                .javaMigrationClassProvider(List::of)
                .placeholders(Map.of("binary", dialect.binary()))
                .load();
    }
}
