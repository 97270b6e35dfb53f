package ghl.gateway.credential;

import ghl.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says of each connected location whether it renews itself, and how old its token is. Always up: one location that must be connected again takes
 * nothing from the others.
 */
@Readiness
@ApplicationScoped
class CredentialHealth implements HealthCheck {

    private static final int MOST = 50;

    private final Locations locations;
    private final Clock clock;

    CredentialHealth(Locations locations, Clock clock) {
        this.locations = locations;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("credentials").up();
        try {
            locations.all().stream()
                    .filter(state -> state.source() == Locations.Source.INSTALL)
                    .limit(MOST)
                    .forEach(state -> tell(state, response));
        } catch (StorageException told) {
            response.withData("unknown", "the database does not answer");
        }
        return response.build();
    }

    private void tell(Locations.State state, HealthCheckResponseBuilder response) {
        response.withData(state.owner().toString(), state.status().name());
        Long age = state.tokenAgeSeconds(clock.instant());
        if (age != null) {
            response.withData(state.owner() + ".tokenAgeSeconds", age);
        }
    }
}
