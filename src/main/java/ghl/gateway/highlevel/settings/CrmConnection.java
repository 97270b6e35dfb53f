package ghl.gateway.highlevel.settings;

import ghl.gateway.contact.InvalidInputException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The CRM of this process, selected once at start. */
@ApplicationScoped
public class CrmConnection {

    private static final Logger LOG = Logger.getLogger(CrmConnection.class);

    private final CrmSettings settings;
    private final HttpServer ownServer;
    private final Duration callTimeout;

    public CrmConnection(HighLevelConfig config, HttpServer ownServer) {
        this.settings = CrmSettings.decide(config);
        this.ownServer = ownServer;
        this.callTimeout = config.timeout();
    }

    /** Creates the bean at start, so that wrong settings are reported then rather than at the first call. */
    void logAtStart(@Observes StartupEvent start) {
        LOG.infof("CRM: %s", settings);
    }

    /** Whether the CRM is the sandbox inside this process. */
    public boolean isSandbox() {
        return settings.isSandbox();
    }

    /** {@code sandbox}, or the address of the CRM. */
    public String crm() {
        return isSandbox() ? "sandbox" : settings.url().toString();
    }

    /** Whether the CRM is a sandbox in this process, or any CRM at a loopback address. */
    public boolean isOnThisMachine() {
        return settings.isOnThisMachine();
    }

    public Duration callTimeout() {
        return callTimeout;
    }

    /** The id of a location, given its id or its name in the settings. */
    public String locationId(String idOrName) {
        return settings.locationId(idOrName);
    }

    /**
     * The id of a location, or the default location for null.
     *
     * @throws InvalidInputException for null if there is no default location
     */
    public String locationOrDefault(String idOrName) {
        return idOrName == null
                ? defaultLocation()
                        .orElseThrow(
                                () -> new InvalidInputException("locationId is required: this gateway serves several"
                                        + " locations and has no default location"))
                : locationId(idOrName);
    }

    /** The location used when a caller names none; empty when the gateway serves several and none is the default. */
    public Optional<String> defaultLocation() {
        return Optional.ofNullable(settings.locationId());
    }

    /** Private integration tokens by location id. Secret. */
    public Map<String, String> privateIntegrations() {
        return settings.tokens();
    }

    /** The token that is valid for all locations of a sandbox; empty for other CRMs. */
    public Optional<String> tokenOfSandbox() {
        boolean reachesAll =
                isSandbox() || (isOnThisMachine() && settings.tokens().containsValue(CrmSettings.SANDBOX_TOKEN));
        return reachesAll ? Optional.of(CrmSettings.SANDBOX_TOKEN) : Optional.empty();
    }

    /** Whether operators can connect locations through a marketplace app. */
    public boolean hasApp() {
        return settings.app();
    }

    /**
     * Base URL for the vendor's paths.
     *
     * @throws UncheckedIOException caused by a {@link ConnectException}, while {@link #address} is empty
     */
    public URI baseUrl() {
        return address()
                .orElseThrow(() -> new UncheckedIOException(
                        new ConnectException("The HTTP server of this process does not listen yet")));
    }

    /** Base URL for the vendor's paths; empty for the sandbox until the HTTP server of this process listens. */
    Optional<URI> address() {
        if (!isSandbox()) {
            return Optional.of(settings.url());
        }
        int port = ownServer.getPort();
        return port < 0 ? Optional.empty() : Optional.of(URI.create("http://127.0.0.1:" + port + "/sandbox"));
    }
}
