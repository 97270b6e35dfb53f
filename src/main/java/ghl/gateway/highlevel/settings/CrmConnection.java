package ghl.gateway.highlevel.settings;

import ghl.gateway.contact.InvalidInputException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The CRM that this process talks to, decided once at start. */
@ApplicationScoped
public class CrmConnection {

    private static final Logger LOG = Logger.getLogger(CrmConnection.class);

    private final CrmSettings settings;
    private final HttpServer ownServer;
    private final Duration callTimeout;

    public CrmConnection(HighLevelConfig config, HttpServer ownServer) {
        HighLevelConfigCheck.check(config);
        this.settings = CrmSettings.decide(config);
        this.ownServer = ownServer;
        this.callTimeout = config.timeout();
    }

    /** Makes a wrong mixture of settings stop the start rather than the first call. */
    void sayWhich(@Observes StartupEvent start) {
        LOG.infof("CRM: %s", settings);
    }

    /** Whether the CRM is the sandbox inside this process. */
    public boolean isSandbox() {
        return settings.isSandbox();
    }

    /** What the CRM is called in settings and messages: {@code sandbox}, or its address. */
    public String crm() {
        return isSandbox() ? "sandbox" : settings.url().toString();
    }

    /** Whether the CRM is a sandbox, in this process or in another one of this machine. */
    public boolean isOnThisMachine() {
        return isSandbox() || CrmSettings.isLoopback(settings.url().getHost());
    }

    /** How long one call may take in all. */
    public Duration callTimeout() {
        return callTimeout;
    }

    /** The id of a location that is given by its id, or by its name in the settings. */
    public String locationId(String idOrName) {
        return settings.named().getOrDefault(idOrName, idOrName);
    }

    /**
     * The same, and the gateway's own where none is given.
     *
     * @throws InvalidInputException when none is given and the gateway has none of its own
     */
    public String locationOrDefault(String idOrName) {
        return idOrName == null
                ? defaultLocation()
                        .orElseThrow(() -> new InvalidInputException("Give a locationId: this gateway serves several"
                                + " locations and has none of its own"))
                : locationId(idOrName);
    }

    /** The location where a caller names none; empty when the gateway serves several and none is its own. */
    public Optional<String> defaultLocation() {
        return Optional.ofNullable(settings.locationId());
    }

    /** The tokens that the settings give, by location id. Secrets. */
    public Map<String, String> privateIntegrations() {
        return settings.tokens();
    }

    /** The token that serves every location of a sandbox, in this process or in another one of this machine. */
    public Optional<String> tokenOfSandbox() {
        boolean reachesAll =
                isSandbox() || (isOnThisMachine() && settings.tokens().containsValue(CrmSettings.SANDBOX_TOKEN));
        return reachesAll ? Optional.of(CrmSettings.SANDBOX_TOKEN) : Optional.empty();
    }

    /** Whether locations can be connected by the vendor's app. */
    public boolean hasApp() {
        return settings.app();
    }

    /** Address that the vendor's paths are appended to. The sandbox has one only once the HTTP server listens. */
    public URI baseUrl() {
        return isSandbox() ? URI.create("http://127.0.0.1:" + ownServer.getPort() + "/sandbox") : settings.url();
    }
}
