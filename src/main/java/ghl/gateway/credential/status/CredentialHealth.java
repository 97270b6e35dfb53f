package ghl.gateway.credential.status;

import ghl.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how many of the connected locations and agencies renew themselves, how old their oldest token is, and of how many
 * locations the CRM refuses the token; which they are is told to operators only. Always up: one location that must be
 * connected again takes nothing from the others.
 */
@Readiness
@ApplicationScoped
class CredentialHealth implements HealthCheck {

    private final CredentialStats census;

    CredentialHealth(CredentialStats census) {
        this.census = census;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("credentials").up();
        try {
            CredentialStats.Count count = census.take();
            count.installed().forEach((status, owners) -> response.withData(status.name(), owners));
            response.withData("REFUSED", count.refused());
            count.oldestToken().ifPresent(age -> response.withData("oldestTokenSeconds", age.toSeconds()));
        } catch (StorageException told) {
            response.withData("unknown", "the database does not answer");
        }
        return response.build();
    }
}
