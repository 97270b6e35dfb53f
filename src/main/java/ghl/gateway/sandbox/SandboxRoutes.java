package ghl.gateway.sandbox;

import ghl.gateway.sandbox.http.HttpFront;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Mounts the sandbox at {@code /sandbox}. Clients reach it over HTTP, like the vendor's API. */
@ApplicationScoped
class SandboxRoutes {

    static final String MOUNT_POINT = "/sandbox";

    private static final Logger LOG = Logger.getLogger(SandboxRoutes.class);

    private final SandboxMount mount;
    private final SandboxConfig config;
    private final Clock clock;
    private Sandbox sandbox;

    SandboxRoutes(SandboxMount mount, SandboxConfig config, Clock clock) {
        this.mount = mount;
        this.config = config;
        this.clock = clock;
    }

    void mount(@Observes Router router) {
        if (!mount.isMounted()) {
            return;
        }
        sandbox = Sandbox.open(config.data(), clock);
        router.route(MOUNT_POINT + "/*").blockingHandler(new HttpFront(MOUNT_POINT, sandbox::answer), false);
        LOG.infof("The sandbox CRM answers at %s, its state is in %s", MOUNT_POINT, config.data());
    }

    @PreDestroy
    void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
