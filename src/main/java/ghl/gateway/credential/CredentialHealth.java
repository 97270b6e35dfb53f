package ghl.gateway.credential;

import ghl.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how many of the connected locations and agencies renew themselves, how old their oldest token is, and of how many
 * locations the CRM refuses the token; which they are is told to operators only. Always up: one location that must be connected again takes nothing from the others.
 */
@Readiness
@ApplicationScoped
class CredentialHealth implements HealthCheck {

    private final CredentialCensus census;
    private final RefusedTokens refusals;

    CredentialHealth(CredentialCensus census, RefusedTokens refusals) {
        this.census = census;
        this.refusals = refusals;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("credentials").up().withData("REFUSED", refusals.count());
        try {
            CredentialCensus.Count count = census.take();
            count.owners().forEach((status, owners) -> response.withData(status.name(), owners));
            count.oldestToken().ifPresent(age -> response.withData("oldestTokenSeconds", age.toSeconds()));
        } catch (StorageException told) {
            response.withData("unknown", "the database does not answer");
        }
        return response.build();
    }
}
