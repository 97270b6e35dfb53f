package ghl.gateway.credential.oauth;

import ghl.gateway.credential.Owner;
import ghl.gateway.credential.TokenPair;
import ghl.gateway.credential.oauth.AgencyApi.LocationJson;
import ghl.gateway.credential.oauth.AgencyApi.LocationsJson;
import ghl.gateway.credential.oauth.AgencyApi.TokenJson;
import ghl.gateway.highlevel.Connection;
import ghl.gateway.highlevel.HighLevelConfig;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** An agency's token at work. */
@ApplicationScoped
public class Agency {

    private static final int PAGE = 100;

    private final Apps apps;
    private final Connection connection;
    private final HighLevelConfig config;
    private volatile AgencyApi api;

    Agency(Apps apps, Connection connection, HighLevelConfig config) {
        this.apps = apps;
        this.connection = connection;
        this.config = config;
    }

    /**
     * A token of one of its locations. May be repeated: none of those given before ends by it.
     *
     * @throws RefusedGrantException when the agency's token does not reach it
     * @throws NoAnswerException
     */
    public Grant locationToken(String accessToken, String companyId, String locationId) {
        TokenJson token = answered(() -> api().locationToken("Bearer " + accessToken, companyId, locationId));
        if (token.accessToken() == null || token.expiresIn() == null) {
            throw new NoAnswerException("an answer without a token");
        }
        return new Grant(
                Owner.location(locationId),
                companyId,
                new TokenPair(token.accessToken(), token.refreshToken()),
                Duration.ofSeconds(token.expiresIn()),
                token.scope() == null
                        ? List.of()
                        : List.of(token.scope().strip().split("\\s+")));
    }

    /** Ids of the locations in which the app is installed; one call for each hundred. Fails like the other. */
    public List<String> installedLocations(String accessToken, String companyId) {
        String appId = apps.required().id();
        List<String> ids = new ArrayList<>();
        for (int skip = 0; ; skip += PAGE) {
            int from = skip;
            LocationsJson page =
                    answered(() -> api().installedLocations("Bearer " + accessToken, companyId, appId, from, PAGE));
            List<LocationJson> rows = page.locations() == null ? List.of() : page.locations();
            rows.stream()
                    .filter(row -> row.id() != null && !Boolean.FALSE.equals(row.isInstalled()))
                    .forEach(row -> ids.add(row.id()));
            if (rows.size() < PAGE) {
                return ids;
            }
        }
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            if (status >= 400 && status < 500 && status != 429 && status != 408) {
                throw new RefusedGrantException("refused with " + status);
            }
            throw new NoAnswerException("status " + status);
        } catch (RuntimeException e) {
            throw new NoAnswerException(e.getClass().getSimpleName());
        }
    }

    private AgencyApi api() {
        if (api == null) {
            synchronized (this) {
                if (api == null) {
                    api = QuarkusRestClientBuilder.newBuilder()
                            .baseUri(connection.baseUrl())
                            .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                            .readTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                            .followRedirects(false)
                            .clientHeadersFactory((incoming, outgoing) -> headers())
                            .build(AgencyApi.class);
                }
            }
        }
        return api;
    }

    private MultivaluedMap<String, String> headers() {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle("Version", config.version());
        headers.putSingle(HttpHeaders.USER_AGENT, config.userAgent());
        return headers;
    }
}
