package ghl.gateway.intake.capture;

import ghl.gateway.publicform.IntakeConfig;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Sealing;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.sealing.SealedColumn;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes the captures as the settings say, and sees to it that what is over goes, also when nobody looks. */
@ApplicationScoped
class CaptureProducer {

    private static final Logger LOG = Logger.getLogger(CaptureProducer.class);
    private static final Duration SWEEP = Duration.ofMinutes(10);

    @Produces
    @Singleton
    Captures captures(Database database, Sealing sealing, Clock clock, IntakeConfig config) {
        return new Captures(
                database,
                sealing,
                clock,
                config.capture().keep(),
                config.capture().most());
    }

    /** For the day on which the master key changes. */
    @Produces
    @Singleton
    SealedColumn bodies() {
        return new SealedColumn(
                "captured_body",
                "body",
                List.of("id"),
                row -> List.of(row.text("id")),
                row -> Captures.context(row.text("id")));
    }

    void sweep(@Observes StartupEvent start, Vertx vertx, Captures captures) {
        vertx.setPeriodic(
                1,
                SWEEP.toMillis(),
                timer -> vertx.executeBlocking(() -> {
                    sweep(captures);
                    return null;
                }));
    }

    private static void sweep(Captures captures) {
        try {
            captures.forgetExpired();
        } catch (StorageException e) {
            LOG.warnf("What was captured and is over could not be forgotten: %s", e.getMessage());
        }
    }
}
