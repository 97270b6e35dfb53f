package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.highlevel.wire.WireJson;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** The REST clients of the CRM. */
@ApplicationScoped
public class CrmClients {

    private final ContactsApi contacts;
    private final LocationsApi locations;

    /**
     * Runs at the first call, because the sandbox of this process has no address before its server listens. A call that comes
     * earlier fails as one that finds no server, and the next one tries again.
     */
    public CrmClients(CrmConnection connection, HighLevelConfig config) {
        this.contacts = build(ContactsApi.class, connection, config);
        this.locations = build(LocationsApi.class, connection, config);
    }

    public ContactsApi contacts() {
        return contacts;
    }

    public LocationsApi locations() {
        return locations;
    }

    private static <T> T build(Class<T> api, CrmConnection connection, HighLevelConfig config) {
        return builder(connection, config)
                // RateLimitedSender's timeout comes first and reports the failure; this one only frees the connection
                .readTimeout(config.timeout().plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS)
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, config.poolSize())
                .httpClientRequestCustomizer(PreSendGuard::beforeSending)
                .register(new WireJson.Provider())
                .register(new ErrorAnswerException.Mapper())
                .register(new UnsafePathException.Filter())
                .build(api);
    }

    /** Builds clients with the address, time limits and headers of every call to the CRM. */
    public static QuarkusRestClientBuilder builder(CrmConnection connection, HighLevelConfig config) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(connection.baseUrl())
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .clientHeadersFactory((incoming, outgoing) -> new MultivaluedHashMap<>(
                        Map.of("Version", config.version(), HttpHeaders.USER_AGENT, config.userAgent())));
    }
}
