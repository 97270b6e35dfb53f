package ghl.gateway.credential.oauth;

import ghl.gateway.credential.oauth.AgencyApi.LocationJson;
import ghl.gateway.credential.oauth.AgencyApi.LocationsJson;
import ghl.gateway.credential.oauth.AgencyApi.TokenJson;
import ghl.gateway.credential.oauth.TokenErrorAnswer.Kind;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.credential.store.TokenPair;
import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.highlevel.transport.CrmClients;
import ghl.gateway.highlevel.transport.FailureTranslator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Calls with an agency's token. */
@ApplicationScoped
public class Agency {

    private static final int PAGE_SIZE = 100;

    private final OAuthApps apps;
    private final Clock clock;
    private final AgencyApi api;

    /** Runs at the first call, when the sandbox has an address. */
    Agency(OAuthApps apps, CrmConnection connection, HighLevelConfig config, Clock clock) {
        this.apps = apps;
        this.clock = clock;
        this.api = CrmClients.builder(connection, config).build(AgencyApi.class);
    }

    /**
     * Mints a token of one of the agency's locations. Safe to repeat: earlier tokens stay valid.
     *
     * @throws EndedTokenException when the CRM ended the agency's token before it expired
     * @throws RefusedGrantException when the agency's token does not reach the location
     * @throws NoAnswerException
     */
    public TokenGrant locationToken(String accessToken, String companyId, String locationId) {
        Instant requestedAt = clock.instant();
        TokenJson token = call(() -> api.locationToken("Bearer " + accessToken, companyId, locationId));
        if (token.accessToken() == null) {
            throw new NoAnswerException("an answer without a token");
        }
        return new TokenGrant(
                Owner.location(locationId),
                companyId,
                new TokenPair(token.accessToken(), token.refreshToken()),
                requestedAt,
                token.expiresIn() == null ? TokenGrant.DEFAULT_LIFETIME : Duration.ofSeconds(token.expiresIn()),
                TokenGrant.scopes(token.scope()));
    }

    /**
     * IDs of the locations in which the app is installed. One call per page of up to 100 locations.
     *
     * @throws RuntimeException as {@link #locationToken}
     */
    public List<String> installedLocations(String accessToken, String companyId) {
        String appId = apps.required().id();
        List<String> installed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (true) {
            int skip = seen.size();
            LocationsJson page =
                    call(() -> api.installedLocations("Bearer " + accessToken, companyId, appId, skip, PAGE_SIZE));
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

    private static <T> T call(Supplier<T> request) {
        try {
            return request.get();
        } catch (WebApplicationException e) {
            throw toException(e.getResponse());
        } catch (RuntimeException e) {
            throw new NoAnswerException(e.getClass().getSimpleName());
        }
    }

    /** Only an error body of the vendor is a refusal: a proxy in between may also answer 403 for a while. */
    private static RuntimeException toException(Response response) {
        int status = response.getStatus();
        String body = response.hasEntity() ? response.readEntity(String.class) : "";
        if (FailureTranslator.rejectsToken(status, body)) {
            return new EndedTokenException();
        }
        boolean isRefusal =
                status >= 400 && status < 500 && TokenErrorAnswer.parse(body).kind() != Kind.UNAVAILABLE;
        return isRefusal ? new RefusedGrantException("HTTP " + status) : new NoAnswerException("HTTP " + status);
    }
}
