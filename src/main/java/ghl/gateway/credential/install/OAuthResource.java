package ghl.gateway.credential.install;

import ghl.gateway.credential.oauth.OAuthApp;
import ghl.gateway.credential.oauth.OAuthApps;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.page.Pages;
import ghl.gateway.storage.StorageException;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Sends an operator's browser to the vendor's consent page and receives it back. Every outcome is an HTML page. */
@Path("/oauth")
@Blocking
public class OAuthResource {

    private static final Logger LOG = Logger.getLogger(OAuthResource.class);
    /** {@code Role.OPERATES_EVERYWHERE}, which this layer may not import. */
    private static final String OPERATES_EVERYWHERE = "operator of all locations";

    private static final String COOKIE = "gateway_consent";

    private final OAuthApps apps;
    private final SecurityIdentity caller;
    private final Invitations invitations;
    private final Consent consent;
    private final Installs installs;
    private final Template page;
    private final Pages pages;
    private final RoutingContext routing;

    OAuthResource(
            OAuthApps apps,
            SecurityIdentity caller,
            Invitations invitations,
            Consent consent,
            Installs installs,
            @Location("oauth/outcome") Template page,
            Pages pages,
            RoutingContext routing) {
        this.apps = apps;
        this.caller = caller;
        this.invitations = invitations;
        this.consent = consent;
        this.installs = installs;
        this.page = page;
        this.pages = pages;
        this.routing = routing;
    }

    @GET
    @Path("/install")
    public Response install(@Context UriInfo uri, @QueryParam("invitation") String invitation) {
        if (!caller.hasRole(OPERATES_EVERYWHERE) && !invitations.isValid(invitation)) {
            return problem(InstallProblem.NOT_INVITED.exception());
        }
        if (apps.app().isEmpty()) {
            return problem(InstallProblem.NO_APP.exception());
        }
        OAuthApp app = apps.app().get();
        Consent.Started started = consent.start();
        String redirectUri = redirectUri(app, uri);
        URI target = UriBuilder.fromUri(app.consentUrl())
                .queryParam("response_type", "code")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("client_id", "{client}")
                .queryParam("scope", "{scope}")
                .queryParam("state", "{state}")
                .build(redirectUri, app.clientId(), requestedScopes(app), started.state());
        return Response.seeOther(target)
                .cookie(cookie(started.cookie(), redirectUri))
                .build();
    }

    @GET
    @Path("/callback")
    public Response callback(
            @Context UriInfo uri,
            @QueryParam("state") String state,
            @QueryParam("code") String code,
            @QueryParam("error") String error,
            @CookieParam(COOKIE) String cookie) {
        try {
            OAuthApp app = apps.app().orElseThrow(InstallProblem.NO_APP::exception);
            consent.redeem(state, cookie);
            if (error != null) {
                throw InstallProblem.REFUSED_BY_PERSON.exception();
            }
            if (code == null || code.isBlank()) {
                throw InstallProblem.NO_CODE.exception();
            }
            return connected(installs.complete(code, redirectUri(app, uri)));
        } catch (InstallProblem.Failure failure) {
            LOG.warnf("Install failed: %s %s", failure.problem(), failure.detail());
            return problem(failure);
        } catch (StorageException notSaved) {
            LOG.error("Install failed", notSaved);
            return problem(InstallProblem.NOT_SAVED.exception());
        }
    }

    private Response connected(List<Owner> owners) {
        LOG.infof("Connected: %s", owners);
        List<String> names = owners.stream().map(Owner::toString).toList();
        return answer(200, "Connected", "The gateway refreshes the tokens automatically from now on.", "", names);
    }

    private Response problem(InstallProblem.Failure failure) {
        InstallProblem problem = failure.problem();
        return answer(problem.status(), problem.title(), problem.advice(), failure.detail(), List.of());
    }

    private Response answer(int status, String title, String advice, String detail, List<String> owners) {
        TemplateInstance outcome = page.data("title", title)
                .data("advice", advice)
                .data("detail", detail)
                .data("owners", owners);
        return Response.status(status)
                .entity(pages.text(routing, outcome))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .build();
    }

    /** Includes the agencies' scopes: whether a location or an agency consents is chosen on the consent page. */
    private static String requestedScopes(OAuthApp app) {
        return String.join(
                " ",
                Stream.concat(app.scopes().stream(), OAuthApp.AGENCY_SCOPES.stream())
                        .distinct()
                        .toList());
    }

    private static String redirectUri(OAuthApp app, UriInfo uri) {
        return app.redirectUri()
                .orElseGet(() ->
                        uri.getBaseUriBuilder().path("/oauth/callback").build().toString());
    }

    /** Not deleted after use, so that a reload of the callback is reported as already used. */
    private NewCookie cookie(String value, String redirectUri) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/oauth")
                .maxAge((int) consent.validity().toSeconds())
                .httpOnly(true)
                .secure(redirectUri.startsWith("https:"))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
