package ghl.gateway.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Logs exceptions that end a thread, which Java prints past the log's levels, formats and filters. */
@ApplicationScoped
class UncaughtExceptions {

    private static final Logger LOG = Logger.getLogger(UncaughtExceptions.class);

    void catchAll(@Observes StartupEvent start) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> LOG.errorf(thrown, "Thread %s ended unexpectedly", thread.getName()));
    }
}
