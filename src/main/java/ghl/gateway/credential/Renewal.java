package ghl.gateway.credential;

import ghl.gateway.credential.oauth.Agency;
import ghl.gateway.credential.oauth.Grant;
import ghl.gateway.credential.oauth.NoAnswerException;
import ghl.gateway.credential.oauth.RefusedGrantException;
import ghl.gateway.credential.oauth.TokenEndpoint;
import jakarta.enterprise.context.ApplicationScoped;

/** The calls that bring a new pair. */
@ApplicationScoped
class Renewal {

    private final TokenEndpoint endpoint;
    private final Agency agency;

    Renewal(TokenEndpoint endpoint, Agency agency) {
        this.endpoint = endpoint;
        this.agency = agency;
    }

    /** Once more with the same token where the answer is lost: within its grace it brings the same pair. */
    Grant byRefreshToken(Credential known) {
        String refreshToken =
                known.refreshToken().orElseThrow(() -> new RefusedGrantException("there is no refresh token"));
        return refreshed(refreshToken, known.owner()).orRefresh(refreshToken);
    }

    private Grant refreshed(String refreshToken, Owner owner) {
        try {
            return endpoint.refresh(refreshToken, owner);
        } catch (NoAnswerException lost) {
            return endpoint.refresh(refreshToken, owner);
        }
    }

    /** May be repeated, so a lost answer is asked for once more too. */
    Grant byAgency(Credential location, Credential company) {
        try {
            return locationToken(location, company);
        } catch (NoAnswerException lost) {
            return locationToken(location, company);
        }
    }

    private Grant locationToken(Credential location, Credential company) {
        return agency.locationToken(
                company.pair().access(), location.companyId(), location.owner().id());
    }
}
