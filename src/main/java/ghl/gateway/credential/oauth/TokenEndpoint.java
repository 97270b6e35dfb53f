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
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The vendor's {@code /oauth/token}. Each method makes one call; the caller decides what to do about a lost answer. */
@ApplicationScoped
public class TokenEndpoint {

    /**
     * The client does not accept zero. It repeats a call whose connection was refused or reset, which is within the vendor's
     * grace period, and does not repeat one whose answer is slow or cut off.
     */
    private static final int MIN_CONNECTION_RETRIES = 1;

    private final HighLevelConfig config;
    private final Clock clock;
    private final OidcClient client;

    /** Runs at the first call, when the sandbox has an address. */
    TokenEndpoint(OidcClients clients, OAuthApps apps, CrmConnection connection, HighLevelConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.client = clients.newClient(clientConfig(apps.required(), connection, config))
                .await()
                .atMost(config.timeout());
    }

    /**
     * Exchanges a code from the consent page for the first pair of tokens.
     *
     * @throws RefusedGrantException when the vendor rejects the code or the request
     * @throws NoAnswerException
     */
    public TokenGrant exchange(String code, String redirectUri) {
        return call(
                () -> client.getTokens(Map.of("code", code, "redirect_uri", redirectUri)),
                null,
                Set.of(Kind.INVALID_GRANT, Kind.INVALID_REQUEST));
    }

    /**
     * Exchanges a refresh token, which works once, for the next pair of tokens.
     *
     * @throws RefusedGrantException only when the vendor says that the refresh token is used up or revoked
     * @throws NoAnswerException
     */
    public TokenGrant refresh(String refreshToken, Owner owner) {
        return call(
                () -> client.refreshTokens(refreshToken, Map.of("user_type", owner.userType())),
                owner,
                Set.of(Kind.INVALID_GRANT));
    }

    private TokenGrant call(Supplier<Uni<Tokens>> request, Owner owner, Set<Kind> refusals) {
        try {
            Instant requestedAt = clock.instant();
            Tokens tokens = request.get().await().atMost(config.timeout());
            return grant(tokens, owner, requestedAt);
        } catch (OidcClientException e) {
            TokenErrorAnswer error = TokenErrorAnswer.parse(e.getMessage());
            throw refusals.contains(error.kind())
                    ? new RefusedGrantException(error.code())
                    : new NoAnswerException(error.code());
        } catch (RuntimeException e) {
            throw new NoAnswerException(e.getClass().getSimpleName());
        }
    }

    private static TokenGrant grant(Tokens tokens, Owner expected, Instant requestedAt) {
        if (tokens.getAccessToken() == null) {
            throw new NoAnswerException("an answer without a token");
        }
        String companyId = tokens.get("companyId");
        Owner owner = expected == null ? owner(tokens.get("userType"), tokens.get("locationId"), companyId) : expected;
        return new TokenGrant(
                owner,
                companyId,
                new TokenPair(tokens.getAccessToken(), tokens.getRefreshToken()),
                requestedAt,
                lifetime(tokens.getAccessTokenExpiresAt()),
                TokenGrant.scopes(tokens.get("scope")));
    }

    private static Duration lifetime(Long expiresAtSeconds) {
        return expiresAtSeconds == null
                ? TokenGrant.DEFAULT_LIFETIME
                : Duration.ofSeconds(expiresAtSeconds - Instant.now().getEpochSecond());
    }

    private static Owner owner(String userType, String locationId, String companyId) {
        if ("Company".equals(userType) && companyId != null) {
            return Owner.company(companyId);
        }
        return locationId == null ? null : Owner.location(locationId);
    }

    private static OidcClientConfig clientConfig(OAuthApp app, CrmConnection connection, HighLevelConfig config) {
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
                .connectionRetryCount(MIN_CONNECTION_RETRIES)
                .connectionTimeout(config.timeout())
                .followRedirects(false)
                .build();
    }
}
