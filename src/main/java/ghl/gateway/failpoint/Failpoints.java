package ghl.gateway.failpoint;

import ghl.gateway.highlevel.settings.CrmConnection;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Blocks a thread at the failpoint that {@code GATEWAY_FAILPOINT} names: {@code step.ADD_NOTE.after-call}, or {@code
 * work.start:3} for its third pass. Read from the environment only, so that no configuration file enables one by accident.
 */
@ApplicationScoped
public class Failpoints {

    private static final String SETTING = System.getenv().getOrDefault("GATEWAY_FAILPOINT", "");
    private static final String NAME = SETTING.replaceFirst(":\\d+$", "");
    private static final AtomicInteger PASSES_LEFT =
            new AtomicInteger(NAME.equals(SETTING) ? 1 : Integer.parseInt(SETTING.substring(NAME.length() + 1)));

    private static volatile boolean isChecked;

    /** Returns at once, unless this failpoint is enabled: then it prints {@code PAUSED AT name} and never returns. */
    public static void pass(String name) {
        if (isChecked && name.equals(NAME) && PASSES_LEFT.decrementAndGet() == 0) {
            System.out.println("PAUSED AT " + name);
            while (true) {
                LockSupport.park();
            }
        }
    }

    void check(@Observes StartupEvent start, CrmConnection connection) {
        check(SETTING, connection.isOnThisMachine());
        isChecked = true;
    }

    static void check(String setting, boolean isCrmOnThisMachine) {
        if (!setting.isEmpty() && !isCrmOnThisMachine) {
            throw new ConfigurationException(
                    "GATEWAY_FAILPOINT is for crash tests against a sandbox on this machine, but"
                            + " HIGHLEVEL_URL names a CRM elsewhere: unset GATEWAY_FAILPOINT.");
        }
    }
}
