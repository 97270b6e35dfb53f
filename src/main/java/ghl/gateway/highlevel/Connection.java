package ghl.gateway.highlevel;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.jboss.logging.Logger;

/** The CRM that this process talks to, decided once at start. */
@ApplicationScoped
public class Connection {

    private static final Logger LOG = Logger.getLogger(Connection.class);

    private final CrmSettings settings;
    private final HttpServer ownServer;

    Connection(HighLevelConfig config, HttpServer ownServer) {
        HighLevelConfigCheck.check(config);
        this.settings = CrmSettings.decide(config.url(), config.token(), config.locationId(), config.implicitSandbox());
        this.ownServer = ownServer;
    }

    /** Makes a wrong mixture of settings stop the start rather than the first call. */
    void sayWhich(@Observes StartupEvent start) {
        LOG.infof("CRM: %s", settings);
    }

    /** Whether the CRM is the sandbox inside this process. */
    public boolean isSandbox() {
        return settings.isSandbox();
    }

    /** The location that a caller means; the gateway's own where the caller names none. */
    public String locationOrDefault(String locationId) {
        return locationId == null ? settings.locationId() : locationId;
    }

    /** Address that the vendor's paths are appended to. The sandbox has one only once the HTTP server listens. */
    public URI baseUrl() {
        return isSandbox() ? URI.create("http://127.0.0.1:" + ownServer.getPort() + "/sandbox") : settings.url();
    }

    String token() {
        return settings.token();
    }
}
