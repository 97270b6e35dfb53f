package ghl.gateway.credential.status;

import ghl.gateway.credential.status.CredentialStats.Count;
import ghl.gateway.credential.store.Credential.Status;
import ghl.gateway.storage.StorageException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;

/**
 * What {@code /q/metrics} tells of credentials, counted when it is asked: {@code gateway_credentials} by status, {@code
 * gateway_credentials_refused} and {@code gateway_credential_oldest_token_age_seconds}. NaN where there is no token, or the
 * database does not answer. Locations are no labels: whoever may see some of them sees those at {@code /ops/locations}.
 */
@ApplicationScoped
class CredentialMeters {

    private final CredentialStats census;

    CredentialMeters(CredentialStats census) {
        this.census = census;
    }

    void register(@Observes StartupEvent start, MeterRegistry registry) {
        for (Status status : Status.values()) {
            gauge("gateway.credentials", count -> count.installed().get(status))
                    .description("Locations and agencies connected by installs")
                    .tag("status", status.name())
                    .register(registry);
        }
        gauge("gateway.credentials.refused", Count::refused)
                .description("Locations whose token the CRM does not take")
                .register(registry);
        gauge("gateway.credential.oldest.token.age", count -> count.oldestToken()
                        .map(age -> age.toMillis() / 1000.0)
                        .orElse(Double.NaN))
                .description("How long the token that was not renewed for longest has been in use")
                .baseUnit("seconds")
                .register(registry);
    }

    private Gauge.Builder<CredentialStats> gauge(String name, ToDoubleFunction<Count> value) {
        return Gauge.builder(name, census, asked -> {
            try {
                return value.applyAsDouble(asked.take());
            } catch (StorageException unknown) {
                return Double.NaN;
            }
        });
    }
}
