package ghl.gateway.submission.delivery;

import ghl.gateway.highlevel.settings.CrmConnection;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Stops the start when submissions could not be delivered safely. */
@ApplicationScoped
class SubmissionConfigCheck {

    /** @throws ConfigurationException with one sentence that says which setting is wrong and how to mend it */
    void check(@Observes StartupEvent start, SubmissionConfig config, CrmConnection connection) {
        check(config, connection.callTimeout());
    }

    static void check(SubmissionConfig config, Duration callTimeout) {
        positive("SUBMISSION_HEARTBEAT", config.heartbeat(), "5s");
        positive("SUBMISSION_POLL", config.poll(), "1s");
        positive("SUBMISSION_SWEEP", config.sweep(), "30s");
        positive("SUBMISSION_RETRY_FIRST", config.retry().first(), "1s");
        positive("SUBMISSION_RETRY_GIVE_UP", config.retry().giveUp(), "72h");
        positive("SUBMISSION_RETENTION", config.retention(), "30d");
        positive("SUBMISSION_CREDENTIALS_RECHECK", config.credentialsRecheck(), "15m");
        notNegative("SUBMISSION_QUIET", config.quiet());
        notNegative("SUBMISSION_SETTLE", config.settle());
        notNegative("SUBMISSION_FIND_AGAIN", config.findAgain());
        notNegative("SUBMISSION_LANE_PATIENCE", config.lanePatience());
        notNegative("SUBMISSION_DERIVED_KEY_WINDOW", config.derivedKey().window());
        if (config.threads() < 1) {
            throw new ConfigurationException("SUBMISSION_THREADS is " + config.threads()
                    + ", but somebody must deliver: set at least 1, for example 50.");
        }
        if (config.retry().longest().compareTo(config.retry().first()) < 0) {
            throw new ConfigurationException("SUBMISSION_RETRY_LONGEST is "
                    + config.retry().longest() + ", shorter than SUBMISSION_RETRY_FIRST: set more, for example 15m.");
        }
        if (config.lease().compareTo(callTimeout.multipliedBy(2)) < 0) {
            throw new ConfigurationException("SUBMISSION_LEASE is " + config.lease()
                    + ", but a call may take HIGHLEVEL_TIMEOUT (" + callTimeout
                    + ") and must have ended long before somebody else takes over: set at least twice as much.");
        }
        if (config.lease().compareTo(config.heartbeat().multipliedBy(2)) < 0) {
            throw new ConfigurationException("SUBMISSION_LEASE is " + config.lease()
                    + ", less than two of SUBMISSION_HEARTBEAT: set more, for example 30s.");
        }
    }

    private static void notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new ConfigurationException(name + " is " + value + ", before now: set 0s or more.");
        }
    }

    private static void positive(String name, Duration value, String example) {
        if (value.isZero() || value.isNegative()) {
            throw new ConfigurationException(
                    name + " is " + value + ", which is no time at all: set more, for example " + example + ".");
        }
    }
}
