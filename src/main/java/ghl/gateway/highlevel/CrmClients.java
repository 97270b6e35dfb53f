package ghl.gateway.highlevel;

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
class CrmClients {

    private final Connection connection;
    private final HighLevelConfig config;
    private volatile ContactsApi contacts;
    private volatile LocationsApi locations;

    CrmClients(Connection connection, HighLevelConfig config) {
        this.connection = connection;
        this.config = config;
    }

    ContactsApi contacts() {
        if (contacts == null) {
            buildBoth();
        }
        return contacts;
    }

    LocationsApi locations() {
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
                .httpClientRequestCustomizer(LastCheck::beforeSending)
                .register(new WireJson.Provider())
                .register(new ErrorAnswer.Mapper())
                .register(new StrayPath.Filter())
                .build(api);
    }

    /** {@link Calls} gives up first and says so properly; this one only frees the connection of a call given up. */
    private long socketTimeoutMs() {
        return config.timeout().plusSeconds(1).toMillis();
    }
}
