package ghl.gateway.credential.oauth;

import ghl.gateway.credential.oauth.AgencyApi.LocationJson;
import ghl.gateway.credential.oauth.AgencyApi.LocationsJson;
import ghl.gateway.credential.oauth.AgencyApi.TokenJson;
import ghl.gateway.credential.oauth.TokenErrorAnswer.Kind;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.credential.store.TokenPair;
import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.highlevel.transport.TokenRejection;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** An agency's token at work. */
@ApplicationScoped
public class Agency {

    private static final int PAGE = 100;

    private final OAuthApps apps;
    private final CrmConnection connection;
    private final HighLevelConfig config;
    private final Clock clock;
    private volatile AgencyApi api;

    Agency(OAuthApps apps, CrmConnection connection, HighLevelConfig config, Clock clock) {
        this.apps = apps;
        this.connection = connection;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A token of one of its locations. May be repeated: none of those given before ends by it.
     *
     * @throws EndedTokenException when the agency's token is no good any more, though it should be
     * @throws RefusedGrantException when the agency's token does not reach it
     * @throws NoAnswerException
     */
    public TokenGrant locationToken(String accessToken, String companyId, String locationId) {
        Instant askedAt = clock.instant();
        TokenJson token = answered(() -> api().locationToken("Bearer " + accessToken, companyId, locationId));
        if (token.accessToken() == null) {
            throw new NoAnswerException("an answer without a token");
        }
        return new TokenGrant(
                Owner.location(locationId),
                companyId,
                new TokenPair(token.accessToken(), token.refreshToken()),
                askedAt,
                token.expiresIn() == null ? TokenGrant.USUAL_LIFE : Duration.ofSeconds(token.expiresIn()),
                token.scope() == null
                        ? List.of()
                        : List.of(token.scope().strip().split("\\s+")));
    }

    /**
     * Ids of the locations in which the app is installed; one call for each hundred, or for as many as the vendor gives at
     * once. Fails like the other.
     */
    public List<String> installedLocations(String accessToken, String companyId) {
        String appId = apps.required().id();
        List<String> installed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (true) {
            int skip = seen.size();
            LocationsJson page =
                    answered(() -> api().installedLocations("Bearer " + accessToken, companyId, appId, skip, PAGE));
            List<LocationJson> rows = page.locations() == null ? List.of() : page.locations();
            rows.stream()
                    .filter(row -> row.id() != null && seen.add(row.id()))
                    .filter(row -> !Boolean.FALSE.equals(row.isInstalled()))
                    .forEach(row -> installed.add(row.id()));
            boolean isLast = page.count() != null && seen.size() >= page.count();
            if (isLast || seen.size() == skip) {
                return installed;
            }
        }
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (WebApplicationException e) {
            throw meaning(e.getResponse());
        } catch (RuntimeException e) {
            throw new NoAnswerException(e.getClass().getSimpleName());
        }
    }

    /** Only the vendor's own words are a refusal: something on the way to it may answer 403 for a while too. */
    private static RuntimeException meaning(Response answer) {
        int status = answer.getStatus();
        String body = answer.hasEntity() ? answer.readEntity(String.class) : "";
        if (TokenRejection.isIn(status, body)) {
            return new EndedTokenException();
        }
        boolean isRefusal =
                status >= 400 && status < 500 && TokenErrorAnswer.in(body).kind() != Kind.NOTHING;
        return isRefusal
                ? new RefusedGrantException("refused with " + status)
                : new NoAnswerException("status " + status);
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
