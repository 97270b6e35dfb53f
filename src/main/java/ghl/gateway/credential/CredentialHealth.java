package ghl.gateway.credential;

import ghl.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says of each connected location whether it renews itself. Always up: one location that must be connected again takes
 * nothing from the others.
 */
@Readiness
@ApplicationScoped
class CredentialHealth implements HealthCheck {

    private static final int MOST = 50;

    private final Locations locations;

    CredentialHealth(Locations locations) {
        this.locations = locations;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("credentials").up();
        try {
            locations.all().stream()
                    .filter(state -> state.source() == Locations.Source.INSTALL)
                    .limit(MOST)
                    .forEach(state -> response.withData(
                            state.owner().toString(), state.status().name()));
        } catch (StorageException told) {
            response.withData("unknown", "the database does not answer");
        }
        return response.build();
    }
}
