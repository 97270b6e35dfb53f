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

/** Opens the one database of the process, and closes it after everybody who works on it. */
@ApplicationScoped
class DatabaseProducer {

    private static final Logger LOG = Logger.getLogger(DatabaseProducer.class);

    private static final int FIRST = 1;

    private final StorageConfig config;

    DatabaseProducer(StorageConfig config) {
        this.config = config;
    }

    /**
     * Makes a wrong setting stop the start. Routes are made before anybody hears of the start, and the first of them opens
     * the sandbox: it would complain about a second gateway in words of its own.
     */
    void open(@Observes @Priority(FIRST) Router beforeAllRoutes, OpenDatabase database) {
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

    /** Singletons end after everything that is application scoped, and that after those who observe the shutdown. */
    void close(@Disposes OpenDatabase database) {
        database.close();
    }
}
