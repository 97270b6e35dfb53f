package ghl.gateway.submission.delivery;

import ghl.gateway.storage.StorageException;
import ghl.gateway.submission.journal.JournalHeart;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Records regularly that the journal is in use, so that a restored one can be told from it. */
@ApplicationScoped
class JournalHeartbeat {

    private static final Logger LOG = Logger.getLogger(JournalHeartbeat.class);

    private final JournalHeart heart;
    private final RestoredJournal restored;
    private final SubmissionConfig config;
    private ScheduledExecutorService timer;

    JournalHeartbeat(JournalHeart heart, RestoredJournal restored, SubmissionConfig config) {
        this.heart = heart;
        this.restored = restored;
        this.config = config;
    }

    void start() {
        heart.beat();
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "journal-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        long pause = config.sweep().toMillis();
        timer.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop() {
        timer.shutdownNow();
        beat();
    }

    /** An exception would end the timer. */
    private void beat() {
        try {
            if (!heart.beat()) {
                restored.replacedWhileRunning();
                heart.forget();
            }
        } catch (StorageException noDatabase) {
            LOG.debugf("No heartbeat of the journal: %s", noDatabase.getMessage());
        }
    }
}
