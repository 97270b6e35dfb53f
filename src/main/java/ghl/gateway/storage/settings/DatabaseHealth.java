package ghl.gateway.storage.settings;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports the kind of database and whether it answers. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {

    private final OpenDatabase database;

    DatabaseHealth(OpenDatabase database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(answers())
                .withData("kind", database.kind())
                .build();
    }

    private boolean answers() {
        try {
            return database.read(transaction -> transaction.first("SELECT 1 AS one", row -> row.integer("one")))
                    .isPresent();
        } catch (StorageException e) {
            return false;
        }
    }
}
