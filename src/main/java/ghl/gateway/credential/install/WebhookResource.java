package ghl.gateway.credential.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.credential.Connections;
import ghl.gateway.credential.oauth.OAuthApp;
import ghl.gateway.credential.oauth.OAuthApps;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The vendor's webhook for the app. An uninstall deletes the tokens; other events are acknowledged and ignored. A late repeat
 * deletes nothing that was connected after the event.
 */
@Path("/webhooks/highlevel")
@Blocking
public class WebhookResource {

    private static final Logger LOG = Logger.getLogger(WebhookResource.class);

    private final WebhookSignature signature;
    private final OAuthApps apps;
    private final Connections connections;
    private final ObjectMapper json;

    WebhookResource(WebhookSignature signature, OAuthApps apps, Connections connections, ObjectMapper json) {
        this.signature = signature;
        this.apps = apps;
        this.connections = connections;
        this.json = json;
    }

    @POST
    public Response receive(@HeaderParam("x-ghl-signature") String signatureHeader, byte[] body) {
        if (!signature.isValid(body, signatureHeader)) {
            return Problem.of(
                            401, "UNAUTHENTICATED", "The header x-ghl-signature is missing or does not match the body")
                    .toResponse();
        }
        try {
            return handle(json.readTree(body));
        } catch (IOException notJson) {
            return Problem.of(400, "BAD_REQUEST", "The body is not JSON").toResponse();
        }
    }

    private Response handle(JsonNode event) {
        if (!event.path("type").asText().equals("UNINSTALL") || !isOurs(event)) {
            return Response.noContent().build();
        }
        Optional<Owner> owner = owner(event);
        Optional<Instant> time = time(event);
        if (owner.isEmpty() || time.isEmpty()) {
            LOG.warn("Uninstall event ignored: no timestamp, or no locationId or companyId. To delete the tokens, use"
                    + " POST /ops/locations/{kind}/{id}/forget");
            return Problem.of(
                            400, "BAD_REQUEST", "An UNINSTALL event needs a timestamp, and a locationId or a companyId")
                    .toResponse();
        }
        if (connections.forgetUninstalled(owner.get(), time.get())) {
            LOG.infof("App uninstalled: tokens of %s deleted", owner.get());
        }
        return Response.noContent().build();
    }

    /** The vendor signs the events of every app with the same key. */
    private boolean isOurs(JsonNode event) {
        String appId = event.path("appId").asText();
        return !appId.isEmpty()
                && apps.app().map(OAuthApp::id).filter(appId::equals).isPresent();
    }

    private static Optional<Owner> owner(JsonNode event) {
        return event.hasNonNull("locationId")
                ? Optional.of(Owner.location(event.get("locationId").asText()))
                : Optional.of(event.path("companyId").asText())
                        .filter(id -> !id.isEmpty())
                        .map(Owner::company);
    }

    /** Accepts ISO 8601 and milliseconds since 1970. */
    private static Optional<Instant> time(JsonNode event) {
        JsonNode timestamp = event.path("timestamp");
        try {
            return timestamp.isNumber()
                    ? Optional.of(Instant.ofEpochMilli(timestamp.asLong()))
                    : Optional.of(Instant.parse(timestamp.asText()));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
