package ghl.gateway.credential;

import ghl.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how many of the connected locations and agencies renew themselves; which they are is told to operators only. Always
 * up: one location that must be connected again takes nothing from the others.
 */
@Readiness
@ApplicationScoped
class CredentialHealth implements HealthCheck {

    private final Locations locations;

    CredentialHealth(Locations locations) {
        this.locations = locations;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("credentials").up();
        try {
            List<Locations.State> installed = locations.all().stream()
                    .filter(state -> state.source() == Locations.Source.INSTALL)
                    .toList();
            for (Credential.Status status : Credential.Status.values()) {
                response.withData(
                        status.name(),
                        installed.stream()
                                .filter(state -> state.status() == status)
                                .count());
            }
        } catch (StorageException told) {
            response.withData("unknown", "the database does not answer");
        }
        return response.build();
    }
}
