package ghl.gateway.storage.settings;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.StorageOutage;
import ghl.gateway.time.PeriodicJobs;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Reports the kind of database and whether it can store forms, or why not. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {

    private static final Duration PROBE_PAUSE = Duration.ofSeconds(10);

    private final OpenDatabase database;

    DatabaseHealth(OpenDatabase database) {
        this.database = database;
    }

    /** Cheap, however often it is asked: the probes have their own interval. */
    @Override
    public HealthCheckResponse call() {
        Optional<String> outage = database.outage().reason();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("database").status(outage.isEmpty()).withData("kind", database.kind());
        outage.ifPresent(reason -> response.withData("reason", reason));
        return response.build();
    }

    /** Finds an outage while no form comes in, and the end of one. */
    void probe(@Observes StartupEvent start, PeriodicJobs jobs) {
        jobs.start(PROBE_PAUSE, PROBE_PAUSE, database::probe);
    }

    void register(@Observes StartupEvent start, MeterRegistry registry) {
        FunctionCounter.builder("gateway.forms.refused", database.outage(), StorageOutage::refusedForms)
                .description("Forms that were not accepted because the database could not be used")
                .register(registry);
    }
}
