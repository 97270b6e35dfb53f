package ghl.gateway.highlevel.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports the configured CRM. Makes no call, so that the gateway stays ready while the CRM is down. */
@Readiness
@ApplicationScoped
class CrmHealth implements HealthCheck {

    private final CrmConnection connection;

    CrmHealth(CrmConnection connection) {
        this.connection = connection;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("CRM")
                .status(connection.address().isPresent())
                .withData("mode", connection.isSandbox() ? "sandbox" : "live")
                .withData("url", connection.address().map(URI::toString).orElse("not listening yet"))
                .withData("locationId", connection.defaultLocation().orElse("no default location"))
                .build();
    }
}
