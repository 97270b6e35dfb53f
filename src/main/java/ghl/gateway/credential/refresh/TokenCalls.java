package ghl.gateway.credential.refresh;

import ghl.gateway.credential.oauth.Agency;
import ghl.gateway.credential.oauth.NoAnswerException;
import ghl.gateway.credential.oauth.RefusedGrantException;
import ghl.gateway.credential.oauth.TokenEndpoint;
import ghl.gateway.credential.oauth.TokenGrant;
import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.Owner;
import jakarta.enterprise.context.ApplicationScoped;

/** The calls that bring a new pair. */
@ApplicationScoped
class TokenCalls {

    private final TokenEndpoint endpoint;
    private final Agency agency;

    TokenCalls(TokenEndpoint endpoint, Agency agency) {
        this.endpoint = endpoint;
        this.agency = agency;
    }

    /** Once more with the same token where the answer is lost: within its grace it brings the same pair. */
    TokenGrant byRefreshToken(Credential known) {
        String refreshToken =
                known.refreshToken().orElseThrow(() -> new RefusedGrantException("there is no refresh token"));
        return refreshed(refreshToken, known.owner()).orRefresh(refreshToken);
    }

    private TokenGrant refreshed(String refreshToken, Owner owner) {
        try {
            return endpoint.refresh(refreshToken, owner);
        } catch (NoAnswerException lost) {
            return endpoint.refresh(refreshToken, owner);
        }
    }

    /** May be repeated, so a lost answer is asked for once more too. */
    TokenGrant byAgency(Credential location, Credential company) {
        try {
            return locationToken(location, company);
        } catch (NoAnswerException lost) {
            return locationToken(location, company);
        }
    }

    private TokenGrant locationToken(Credential location, Credential company) {
        return agency.locationToken(
                company.pair().access(), location.companyId(), location.owner().id());
    }
}
