package ghl.gateway.submission.operator;

import ghl.gateway.contact.LocationScope;
import ghl.gateway.highlevel.call.LocationsConnected;
import ghl.gateway.storage.StorageException;
import ghl.gateway.submission.input.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Sets going what waited for a token, as soon as locations are connected. */
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

    void goOn(@Observes LocationsConnected connected) {
        if (connected.locationIds().isEmpty()) {
            return;
        }
        try {
            Actor gateway = new Actor(ACTOR, new LocationScope(false, connected.locationIds()));
            LOG.infof("%d submissions that waited for a token go on", operations.retryAll(gateway, WAITING));
        } catch (StorageException later) {
            LOG.warnf("What waits for a token goes on by itself later: %s", later.getMessage());
        }
    }
}
