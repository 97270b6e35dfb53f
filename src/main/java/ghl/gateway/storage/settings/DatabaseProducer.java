package ghl.gateway.storage.settings;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.PrivateFiles;
import ghl.gateway.storage.StorageOutage;
import ghl.gateway.storage.postgres.PostgresDatabase;
import ghl.gateway.storage.sqlite.SqliteDatabase;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Opens the database of the process and closes it last. */
@ApplicationScoped
class DatabaseProducer {

    private static final Logger LOG = Logger.getLogger(DatabaseProducer.class);

    private static final int FIRST = 1;

    private final StorageConfig config;

    DatabaseProducer(StorageConfig config) {
        this.config = config;
    }

    /**
     * Opens the database before any route is registered, so that a wrong setting is reported as such. The first route opens
     * the sandbox, which would report a second gateway on the same data in its own words. Also with PostgreSQL, the directory
     * may hold the sandbox's records and the master key.
     */
    void open(@Observes @Priority(FIRST) Router beforeAllRoutes, OpenDatabase database) {
        if (database.isShared()) {
            PrivateFiles.narrow(config.data());
        }
        LOG.infof("Database: %s %s %s", database.kind(), database.isShared() ? "at" : "in", database.place());
    }

    @Produces
    @Singleton
    OpenDatabase database() {
        return DatabaseFactory.postgres(config)
                .<OpenDatabase>map(address -> PostgresDatabase.open(address, config.poolSize()))
                .orElseGet(() -> SqliteDatabase.open(config.data()));
    }

    @Produces
    @Singleton
    StorageOutage outage(OpenDatabase database) {
        return database.outage();
    }

    /** Singletons are destroyed after all application-scoped beans, which are destroyed after the shutdown observers. */
    void close(@Disposes OpenDatabase database) {
        database.close();
    }
}
