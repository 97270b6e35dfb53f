package ghl.gateway.submission.delivery;

import ghl.gateway.highlevel.settings.CrmConnection;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The named places on the way of a submission at which a crash must do no harm. Passing one does nothing, unless a crash
 * test has ordered a stop there: then the thread stands still for ever and the test ends the process.
 */
@ApplicationScoped
public class Milestones {

    private final String pauseAt;
    private final AtomicInteger passingsLeft;

    Milestones(SubmissionConfig config, CrmConnection connection) {
        String order = config.test().pauseAt().orElse("");
        boolean ordered = !order.isEmpty() || !config.test().probe();
        if (ordered && !connection.isOnThisMachine()) {
            throw new ConfigurationException("SUBMISSION_TEST_PAUSE_AT and SUBMISSION_TEST_PROBE are for crash tests on"
                    + " the sandbox, but the settings name a CRM elsewhere: unset them.");
        }
        int colon = order.lastIndexOf(':');
        this.pauseAt = colon < 0 ? order : order.substring(0, colon);
        this.passingsLeft = new AtomicInteger(colon < 0 ? 1 : Integer.parseInt(order.substring(colon + 1)));
    }

    void check(@Observes StartupEvent start) {}

    public void pass(String milestone) {
        if (milestone.equals(pauseAt) && passingsLeft.decrementAndGet() == 0) {
            System.out.println("PAUSED AT " + milestone);
            standStill();
        }
    }

    private static void standStill() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stillStanding) {
                // a crash test ends the process, nothing else does
            }
        }
    }
}
