package ghl.gateway.credential.refresh;

import ghl.gateway.credential.oauth.Agency;
import ghl.gateway.credential.oauth.NoAnswerException;
import ghl.gateway.credential.oauth.RefusedGrantException;
import ghl.gateway.credential.oauth.TokenEndpoint;
import ghl.gateway.credential.oauth.TokenGrant;
import ghl.gateway.credential.store.Credential;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Calls that return new tokens. Each is repeated once when its answer is lost. */
@ApplicationScoped
class TokenCalls {

    private final TokenEndpoint endpoint;
    private final Agency agency;

    TokenCalls(TokenEndpoint endpoint, Agency agency) {
        this.endpoint = endpoint;
        this.agency = agency;
    }

    /** Repeating is safe: within its grace period the vendor answers a used refresh token with the same new pair. */
    TokenGrant byRefreshToken(Credential known) {
        String refreshToken = known.refreshToken().orElseThrow(() -> new RefusedGrantException("no refresh token"));
        return retryOnce(() -> endpoint.refresh(refreshToken, known.owner())).orRefreshToken(refreshToken);
    }

    /** Repeating is safe: a new token of a location does not end the earlier ones. */
    TokenGrant byAgency(Credential location, Credential company) {
        return retryOnce(() -> agency.locationToken(
                company.tokens().access(),
                location.companyId(),
                location.owner().id()));
    }

    private static TokenGrant retryOnce(Supplier<TokenGrant> call) {
        try {
            return call.get();
        } catch (NoAnswerException lost) {
            return call.get();
        }
    }
}
