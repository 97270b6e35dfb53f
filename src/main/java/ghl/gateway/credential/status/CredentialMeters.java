package ghl.gateway.credential.status;

import ghl.gateway.credential.status.CredentialStats.Snapshot;
import ghl.gateway.credential.store.Credential.Status;
import ghl.gateway.storage.StorageException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;

/**
 * Gauges of credentials, counted when they are read; NaN when there is no token or the database does not answer.
 * Locations are not labels, because a reader of metrics may not be allowed to see them: operators see theirs at
 * {@code /ops/locations}.
 */
@ApplicationScoped
class CredentialMeters {

    private final CredentialStats stats;

    CredentialMeters(CredentialStats stats) {
        this.stats = stats;
    }

    void register(@Observes StartupEvent start, MeterRegistry registry) {
        for (Status status : Status.values()) {
            gauge("gateway.credentials", snapshot -> snapshot.installed().get(status))
                    .description("Locations and agencies connected by installs")
                    .tag("status", status.name())
                    .register(registry);
        }
        gauge("gateway.credentials.refused", Snapshot::rejected)
                .description("Locations whose token the CRM rejects")
                .register(registry);
        gauge("gateway.credential.oldest.token.age", snapshot -> snapshot.oldestToken()
                        .map(age -> age.toMillis() / 1000.0)
                        .orElse(Double.NaN))
                .description("Age of the token that was refreshed longest ago")
                .baseUnit("seconds")
                .register(registry);
    }

    private Gauge.Builder<CredentialStats> gauge(String name, ToDoubleFunction<Snapshot> value) {
        return Gauge.builder(name, stats, read -> {
            try {
                return value.applyAsDouble(read.snapshot());
            } catch (StorageException unknown) {
                return Double.NaN;
            }
        });
    }
}
