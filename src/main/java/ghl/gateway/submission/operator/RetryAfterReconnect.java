package ghl.gateway.submission.operator;

import ghl.gateway.contact.LocationScope;
import ghl.gateway.highlevel.call.LocationsConnected;
import ghl.gateway.storage.StorageException;
import ghl.gateway.submission.input.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Retries submissions that wait for credentials as soon as their location is connected. */
@ApplicationScoped
class RetryAfterReconnect {

    private static final Logger LOG = Logger.getLogger(RetryAfterReconnect.class);
    private static final String ACTOR = "gateway";
    private static final int AT_ONCE = 1000;

    private static final BulkRetry WAITING =
            new BulkRetry(BulkRetry.cause("CREDENTIALS"), null, Duration.ZERO, AT_ONCE);

    private final SubmissionOperations operations;

    RetryAfterReconnect(SubmissionOperations operations) {
        this.operations = operations;
    }

    void onConnected(@Observes LocationsConnected connected) {
        if (connected.locationIds().isEmpty()) {
            return;
        }
        try {
            Actor gateway = new Actor(ACTOR, new LocationScope(false, connected.locationIds()));
            LOG.infof("%d submissions that waited for credentials are retried", operations.retryAll(gateway, WAITING));
        } catch (StorageException e) {
            LOG.warn("Submissions that wait for credentials are retried at their next recheck", e);
        }
    }
}
