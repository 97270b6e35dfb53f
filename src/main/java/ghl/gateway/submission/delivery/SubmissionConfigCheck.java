package ghl.gateway.submission.delivery;

import ghl.gateway.highlevel.settings.CrmConnection;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Rules between settings, checked at start. Each setting alone is checked by the constraints of {@link SubmissionConfig}. */
@ApplicationScoped
class SubmissionConfigCheck {

    void check(@Observes StartupEvent start, SubmissionConfig config, CrmConnection connection) {
        check(config, connection.callTimeout());
    }

    /**
     * A call must have ended long before another worker may take over its submission.
     *
     * @throws ConfigurationException naming each setting that is too short
     */
    static void check(SubmissionConfig config, Duration callTimeout) {
        Duration lease = config.lease();
        Duration first = config.retry().first();
        String problems = tooShort("SUBMISSION_LEASE", lease, "twice HIGHLEVEL_TIMEOUT", callTimeout.multipliedBy(2))
                + tooShort(
                        "SUBMISSION_LEASE",
                        lease,
                        "twice SUBMISSION_HEARTBEAT",
                        config.heartbeat().multipliedBy(2))
                + tooShort("SUBMISSION_RETRY_LONGEST", config.retry().longest(), "SUBMISSION_RETRY_FIRST", first);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems.stripTrailing());
        }
    }

    private static String tooShort(String setting, Duration value, String bound, Duration least) {
        return value.compareTo(least) >= 0
                ? ""
                : "%s must be at least %s, %s (got %s).%n".formatted(setting, bound, least, value);
    }
}
