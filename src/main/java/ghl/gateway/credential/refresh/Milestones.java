package ghl.gateway.credential.refresh;

import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.locks.LockSupport;

/** The places in a renewal at which a crash must lock nobody out. Passing one does nothing, unless a test stops there. */
@ApplicationScoped
class Milestones {

    private final String pauseAt;

    Milestones(HighLevelConfig config, CrmConnection connection) {
        this.pauseAt = config.oauth().testPauseAt().orElse("");
        if (!pauseAt.isEmpty() && !connection.isOnThisMachine()) {
            throw new ConfigurationException("HIGHLEVEL_OAUTH_TEST_PAUSE_AT is for crash tests on the sandbox, but the"
                    + " settings name a CRM elsewhere: unset it.");
        }
    }

    void check(@Observes StartupEvent start) {}

    void pass(String milestone) {
        if (milestone.equals(pauseAt)) {
            System.out.println("PAUSED AT " + milestone);
            while (true) {
                LockSupport.park();
            }
        }
    }
}
