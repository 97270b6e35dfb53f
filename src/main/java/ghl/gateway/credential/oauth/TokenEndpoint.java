package ghl.gateway.credential.oauth;

import ghl.gateway.credential.oauth.TokenErrorAnswer.Kind;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.credential.store.TokenPair;
import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientException;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.client.runtime.OidcClientConfig.Grant.Type;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The vendor's {@code /oauth/token}. One call is one request: what to do when its answer is lost is the caller's to know.
 */
@ApplicationScoped
public class TokenEndpoint {

    /**
     * The client takes none for a mistake. It repeats where the connection is refused or reset, within the vendor's time of
     * grace; where an answer is slow or cut off it does not.
     */
    private static final int FEWEST_RETRIES = 1;

    private final OidcClients clients;
    private final OAuthApps apps;
    private final CrmConnection connection;
    private final HighLevelConfig config;
    private final Clock clock;
    private volatile OidcClient client;

    TokenEndpoint(OidcClients clients, OAuthApps apps, CrmConnection connection, HighLevelConfig config, Clock clock) {
        this.clients = clients;
        this.apps = apps;
        this.connection = connection;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A code from the consent page for the first pair.
     *
     * @throws RefusedGrantException when it is none, or an old one
     * @throws NoAnswerException
     */
    public TokenGrant exchange(String code, String redirectUri) {
        return granted(
                () -> client().getTokens(Map.of("code", code, "redirect_uri", redirectUri)),
                null,
                Set.of(Kind.GRANT, Kind.REQUEST));
    }

    /**
     * A refresh token for the next pair; it serves once.
     *
     * @throws RefusedGrantException only when the vendor says that it has served, or was taken back
     * @throws NoAnswerException
     */
    public TokenGrant refresh(String refreshToken, Owner owner) {
        return granted(
                () -> client().refreshTokens(refreshToken, Map.of("user_type", owner.userType())),
                owner,
                Set.of(Kind.GRANT));
    }

    private TokenGrant granted(Supplier<Uni<Tokens>> call, Owner owner, Set<Kind> refusals) {
        try {
            Instant askedAt = clock.instant();
            Tokens tokens = call.get().await().atMost(config.timeout());
            return grant(tokens, owner, askedAt);
        } catch (OidcClientException e) {
            TokenErrorAnswer refusal = TokenErrorAnswer.in(e.getMessage());
            throw refusals.contains(refusal.kind())
                    ? new RefusedGrantException(refusal.word())
                    : new NoAnswerException(refusal.word());
        } catch (RuntimeException e) {
            throw new NoAnswerException(e.getClass().getSimpleName());
        }
    }

    private static TokenGrant grant(Tokens tokens, Owner asked, Instant askedAt) {
        if (tokens.getAccessToken() == null) {
            throw new NoAnswerException("an answer without a token");
        }
        String companyId = tokens.get("companyId");
        Owner owner = asked == null ? owner(tokens.get("userType"), tokens.get("locationId"), companyId) : asked;
        String scopes = tokens.get("scope");
        return new TokenGrant(
                owner,
                companyId,
                new TokenPair(tokens.getAccessToken(), tokens.getRefreshToken()),
                askedAt,
                life(tokens.getAccessTokenExpiresAt()),
                scopes == null ? List.of() : List.of(scopes.strip().split("\\s+")));
    }

    private static Duration life(Long end) {
        return end == null
                ? TokenGrant.USUAL_LIFE
                : Duration.ofSeconds(end - Instant.now().getEpochSecond());
    }

    private static Owner owner(String userType, String locationId, String companyId) {
        if ("Company".equals(userType) && companyId != null) {
            return Owner.company(companyId);
        }
        return locationId == null ? null : Owner.location(locationId);
    }

    /** Made at the first call: a sandbox has no address before. */
    private OidcClient client() {
        if (client == null) {
            synchronized (this) {
                if (client == null) {
                    client = clients.newClient(settings()).await().atMost(config.timeout());
                }
            }
        }
        return client;
    }

    private OidcClientConfig settings() {
        OAuthApp app = apps.required();
        return OidcClientConfig.authServerUrl(connection.baseUrl().toString())
                .id("highlevel")
                .discoveryEnabled(false)
                .tokenPath("/oauth/token")
                .clientId(app.clientId())
                .credentials()
                .clientSecret(app.clientSecret(), Method.POST)
                .end()
                .grant(Type.CODE)
                .earlyTokensAcquisition(false)
                .headers(Map.of("User-Agent", config.userAgent()))
                .connectionRetryCount(FEWEST_RETRIES)
                .connectionTimeout(config.timeout())
                .followRedirects(false)
                .build();
    }
}
