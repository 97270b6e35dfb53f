package ghl.gateway.submission.delivery;

import ghl.gateway.storage.StorageException;
import ghl.gateway.submission.journal.JournalHeart;
import ghl.gateway.time.PeriodicJobs;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Records regularly that the journal is in use, so that a restored one can be told from it. */
@ApplicationScoped
class JournalHeartbeat {

    private static final Logger LOG = Logger.getLogger(JournalHeartbeat.class);

    private final JournalHeart heart;
    private final RestoredJournal restored;
    private final PeriodicJobs jobs;
    private final SubmissionConfig config;

    JournalHeartbeat(JournalHeart heart, RestoredJournal restored, PeriodicJobs jobs, SubmissionConfig config) {
        this.heart = heart;
        this.restored = restored;
        this.jobs = jobs;
        this.config = config;
    }

    void start() {
        heart.beat();
        jobs.start(config.sweep(), config.sweep(), this::beat);
    }

    void stop(@Observes ShutdownEvent end) {
        beat();
    }

    private void beat() {
        try {
            if (!heart.beat()) {
                restored.replacedWhileRunning();
                heart.forget();
            }
        } catch (StorageException noDatabase) {
            LOG.debugf(noDatabase, "No heartbeat of the journal");
        }
    }
}
