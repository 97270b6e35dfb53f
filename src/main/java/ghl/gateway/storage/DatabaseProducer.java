package ghl.gateway.storage;

import ghl.gateway.storage.postgres.PostgresDatabase;
import ghl.gateway.storage.sqlite.SqliteDatabase;
import io.quarkus.runtime.StartupEvent;
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

    /** Before those who look into the database when the gateway starts. */
    private static final int EARLY = 100;

    private final StorageConfig config;

    DatabaseProducer(StorageConfig config) {
        this.config = config;
    }

    /** Makes a wrong setting stop the start. */
    void sayWhich(@Observes @Priority(EARLY) StartupEvent start, OpenDatabase database) {
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

    @Produces
    @Singleton
    Sealing sealing() {
        return new Unsealed();
    }
}
