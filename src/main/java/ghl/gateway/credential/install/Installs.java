package ghl.gateway.credential.install;

import ghl.gateway.credential.Connections;
import ghl.gateway.credential.oauth.Agency;
import ghl.gateway.credential.oauth.NoAnswerException;
import ghl.gateway.credential.oauth.OAuthApp;
import ghl.gateway.credential.oauth.OAuthApps;
import ghl.gateway.credential.oauth.RefusedGrantException;
import ghl.gateway.credential.oauth.TokenEndpoint;
import ghl.gateway.credential.oauth.TokenGrant;
import ghl.gateway.credential.store.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Completes an install with the code from the consent page. Blocks. */
@ApplicationScoped
class Installs {

    private final OAuthApps apps;
    private final TokenEndpoint endpoint;
    private final Agency agency;
    private final Connections connections;

    Installs(OAuthApps apps, TokenEndpoint endpoint, Agency agency, Connections connections) {
        this.apps = apps;
        this.endpoint = endpoint;
        this.agency = agency;
        this.connections = connections;
    }

    /** @return the owners that are connected now @throws InstallProblem.Failure when nothing was connected */
    List<Owner> complete(String code, String redirectUri) {
        OAuthApp app = apps.app().orElseThrow(InstallProblem.NO_APP::exception);
        try {
            TokenGrant grant = endpoint.exchange(code, redirectUri);
            if (grant.owner() == null || grant.tokens().refresh() == null) {
                throw InstallProblem.CODE_REFUSED.exception(
                        "The CRM's answer has no location or agency, or no refresh token.");
            }
            requireScopes(app, grant);
            return connections.connect(grant, locationsOf(grant));
        } catch (RefusedGrantException refused) {
            throw InstallProblem.CODE_REFUSED.exception(refused.getMessage());
        } catch (NoAnswerException noAnswer) {
            throw InstallProblem.CRM_DOWN.exception(noAnswer.getMessage());
        }
    }

    private List<String> locationsOf(TokenGrant grant) {
        return grant.owner().isLocation()
                ? List.of()
                : agency.installedLocations(
                        grant.tokens().access(), grant.owner().id());
    }

    private static void requireScopes(OAuthApp app, TokenGrant grant) {
        List<String> missing = new ArrayList<>(app.scopes());
        if (!grant.owner().isLocation()) {
            missing.addAll(OAuthApp.AGENCY_SCOPES);
        }
        missing.removeAll(grant.scopes());
        if (!missing.isEmpty()) {
            throw InstallProblem.SCOPES_MISSING.exception("Missing: " + String.join(", ", missing));
        }
    }
}
