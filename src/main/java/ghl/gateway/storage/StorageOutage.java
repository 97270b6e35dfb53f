package ghl.gateway.storage;

import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Whether the database can be used. Logs an outage once when it begins and once when it ends: callers log none of its
 * failures, of which there is one for each form. It ends when a probe succeeds and nothing else has failed since the
 * probe before, so that what fits on a nearly full disk does not end what others still suffer from.
 */
public final class StorageOutage {

    private static final Logger LOG = Logger.getLogger(StorageOutage.class);

    /** A probe that takes longer has no answer. Longer than SQLite waits for another process. */
    private static final Duration MAX_PROBE = Duration.ofSeconds(10);

    private static final long NEVER = -1;

    private final String database;

    private OutageReason reason;
    private long beganAt;
    private long refusedBefore;
    private long refused;
    private boolean hasFailedSinceProbe;
    private long probingSince = NEVER;

    /** @param database kind and place, for the log */
    public StorageOutage(String database) {
        this.database = database;
    }

    /** What is wrong at the moment; empty if the database can be used. */
    public synchronized Optional<String> reason() {
        if (reason != null) {
            return Optional.of(reason.text());
        }
        return probingSince != NEVER && since(probingSince).compareTo(MAX_PROBE) > 0
                ? Optional.of("it does not answer")
                : Optional.empty();
    }

    /** Counts a form that was not accepted, if it is because of an outage. */
    public synchronized void refusedForm(Throwable why) {
        if (StorageException.isOutage(why)) {
            refused++;
        }
    }

    /** Forms refused because of outages since the start. */
    public synchronized long refusedForms() {
        return refused;
    }

    /** Reports a failed transaction. An error that is no outage is ignored. */
    public void failed(StorageException failure) {
        failure.outage().ifPresent(why -> failed(why, null));
    }

    /** @param write fails when forms cannot be stored, whatever the reason */
    public void probe(Runnable write) {
        probeBegins();
        try {
            write.run();
            probeEnds(null);
        } catch (StorageException e) {
            probeEnds(e);
        }
    }

    private synchronized void probeBegins() {
        probingSince = System.nanoTime();
    }

    /** @param failure null for success */
    private synchronized void probeEnds(StorageException failure) {
        probingSince = NEVER;
        if (failure != null) {
            OutageReason why = failure.outage().orElse(OutageReason.UNKNOWN);
            failed(why, why == OutageReason.UNKNOWN ? failure : null);
        } else if (reason != null && !hasFailedSinceProbe) {
            LOG.infof(
                    "The database (%s) can be used again after %s: %d forms were refused meanwhile, and their senders told"
                            + " to send them again",
                    database, Duration.ofSeconds(since(beganAt).toSeconds()), refused - refusedBefore);
            reason = null;
        }
        hasFailedSinceProbe = false;
    }

    private synchronized void failed(OutageReason why, StorageException unexplained) {
        if (reason == null) {
            LOG.warnf(
                    unexplained,
                    "The database (%s) cannot be used: %s. Forms are refused until it can: %s. Further failures are"
                            + " counted, not logged.",
                    database,
                    why.text(),
                    why.remedy());
            beganAt = System.nanoTime();
            refusedBefore = refused;
        }
        reason = why;
        hasFailedSinceProbe = true;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
