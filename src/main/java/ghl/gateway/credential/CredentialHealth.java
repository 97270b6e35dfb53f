package ghl.gateway.credential;

import ghl.gateway.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
            List<Locations.State> all = locations.all();
            response.withData(
                    "REFUSED",
                    all.stream().filter(state -> state.refusedSince() != null).count());
            List<Locations.State> installed = all.stream()
                    .filter(state -> state.source() == Locations.Source.INSTALL)
                    .toList();
            for (Credential.Status status : Credential.Status.values()) {
                response.withData(
                        status.name(),
                        installed.stream()
                                .filter(state -> state.status() == status)
                                .count());
            }
            Instant now = clock.instant();
            installed.stream()
                    .map(state -> state.tokenAgeSeconds(now))
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .ifPresent(age -> response.withData("oldestTokenSeconds", age));
        } catch (StorageException told) {
            response.withData("unknown", "the database does not answer");
        }
        return response.build();
    }
}
