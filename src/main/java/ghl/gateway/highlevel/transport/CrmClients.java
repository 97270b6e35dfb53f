package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.highlevel.wire.WireJson;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/**
 * The REST clients of the one CRM. They are built at the first call, because the sandbox of this process has no address
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
                .readTimeout(socketTimeoutMs(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, config.poolSize())
                .clientHeadersFactory(new CrmHeaders(config.version(), config.userAgent()))
                .httpClientRequestCustomizer(PreSendGuard::beforeSending)
                .register(new WireJson.Provider())
                .register(new ErrorAnswerException.Mapper())
                .register(new UnsafePathException.Filter())
                .build(api);
    }

    /** {@link CrmCaller} gives up first and says so properly; this one only frees the connection of a call given up. */
    private long socketTimeoutMs() {
        return config.timeout().plusSeconds(1).toMillis();
    }
}
