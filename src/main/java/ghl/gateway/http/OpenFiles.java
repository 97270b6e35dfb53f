package ghl.gateway.http;

import com.sun.management.UnixOperatingSystemMXBean;
import ghl.gateway.time.PeriodicJobs;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many files, and with them connections, the process has open. */
@Singleton
class OpenFiles {

    /** For the database, the jars, and the connections to the CRM. */
    static final int RESERVED = 200;

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final int maxConnections;
    private volatile boolean areShort;

    OpenFiles(@ConfigProperty(name = ConnectionLimit.KEY) int maxConnections) {
        this.maxConnections = maxConnections;
    }

    /** Whether about three quarters of the connections are in use, judged by the open files of a second ago. */
    boolean areShort() {
        return areShort;
    }

    void start(@Observes StartupEvent start, PeriodicJobs jobs) {
        jobs.start(Duration.ZERO, INTERVAL, this::count);
    }

    private void count() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            areShort = system.getOpenFileDescriptorCount() - RESERVED > maxConnections * 3L / 4;
        }
    }

    /** The most that the process may open; unlimited where the system does not say. */
    static long max() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }
}
