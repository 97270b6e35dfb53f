package ghl.gateway.credential.status;

import ghl.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness data about credentials: owners by status, locations whose token the CRM rejects, and the age of the oldest token.
 * Names no location, which only operators may see. Always up: one disconnected location must not affect the others.
 */
@Readiness
@ApplicationScoped
class CredentialHealth implements HealthCheck {

    private final CredentialStats stats;

    CredentialHealth(CredentialStats stats) {
        this.stats = stats;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("credentials").up();
        try {
            CredentialStats.Snapshot snapshot = stats.snapshot();
            snapshot.installed().forEach((status, owners) -> response.withData(status.name(), owners));
            response.withData("REFUSED", snapshot.rejected());
            snapshot.oldestToken().ifPresent(age -> response.withData("oldestTokenSeconds", age.toSeconds()));
        } catch (StorageException noDatabase) {
            response.withData("unknown", "the database does not answer");
        }
        return response.build();
    }
}
