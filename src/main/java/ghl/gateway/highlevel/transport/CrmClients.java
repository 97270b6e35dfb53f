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

/**
 * The REST clients of the CRM. They are built at the first call, because the sandbox of this process has no address
 * before its server listens.
 */
@ApplicationScoped
public class CrmClients {

    private final CrmConnection connection;
    private final HighLevelConfig config;
    private volatile ContactsApi contacts;
    private volatile LocationsApi locations;

    public CrmClients(CrmConnection connection, HighLevelConfig config) {
        this.connection = connection;
        this.config = config;
    }

    public ContactsApi contacts() {
        if (contacts == null) {
            buildBoth();
        }
        return contacts;
    }

    public LocationsApi locations() {
        if (locations == null) {
            buildBoth();
        }
        return locations;
    }

    private synchronized void buildBoth() {
        if (contacts == null) {
            locations = build(LocationsApi.class);
            contacts = build(ContactsApi.class);
        }
    }

    private <T> T build(Class<T> api) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(connection.baseUrl())
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                // CrmCaller's timeout comes first and fails properly; this one only frees the connection afterwards
                .readTimeout(config.timeout().plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, config.poolSize())
                .clientHeadersFactory((incoming, outgoing) -> new MultivaluedHashMap<>(
                        Map.of("Version", config.version(), HttpHeaders.USER_AGENT, config.userAgent())))
                .httpClientRequestCustomizer(PreSendGuard::beforeSending)
                .register(new WireJson.Provider())
                .register(new ErrorAnswerException.Mapper())
                .register(new UnsafePathException.Filter())
                .build(api);
    }
}
