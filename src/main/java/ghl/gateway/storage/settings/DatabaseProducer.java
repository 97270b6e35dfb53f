package ghl.gateway.storage.settings;

import ghl.gateway.storage.OpenDatabase;
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

/** Opens the database of the process, and closes it after every bean that uses it. */
@ApplicationScoped
class DatabaseProducer {

    private static final Logger LOG = Logger.getLogger(DatabaseProducer.class);

    /** Opens before the routes exist: opening the sandbox would report a second gateway less clearly. */
    private static final int FIRST = 1;

    private final StorageConfig config;

    DatabaseProducer(StorageConfig config) {
        this.config = config;
    }

    /** Stops the start on a wrong setting. Observes the router, which Quarkus creates before it fires the startup event. */
    void open(@Observes @Priority(FIRST) Router router, OpenDatabase database) {
        LOG.infof("Database: %s %s %s", database.kind(), database.isShared() ? "at" : "in", database.place());
    }

    @Produces
    @Singleton
    OpenDatabase database() {
        StorageSettings settings = StorageSettings.of(config);
        return settings.postgres().isPresent()
                ? PostgresDatabase.open(settings.postgres().get(), settings.poolSize())
                : SqliteDatabase.open(config.data());
    }

    /** Runs after application-scoped beans are destroyed, and those after the observers of the shutdown. */
    void close(@Disposes OpenDatabase database) {
        database.close();
    }
}
