package ghl.gateway.intake;

import ghl.gateway.access.key.Keyring;
import ghl.gateway.form.Forms;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderType;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** CORS for scripts on listed pages. Does not allow the browser's own credentials, such as cookies. */
@ApplicationScoped
class IntakeCors {

    private final Forms forms;
    private final Keyring keyring;

    IntakeCors(Forms forms, Keyring keyring) {
        this.forms = forms;
        this.keyring = keyring;
    }

    void preflight(RoutingContext routing) {
        HttpServerResponse response = routing.response();
        if (allow(routing)) {
            response.putHeader("Access-Control-Allow-Methods", "POST")
                    .putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key")
                    .putHeader("Access-Control-Max-Age", "600");
        }
        response.setStatusCode(204).end();
    }

    /** Sets the response headers. @return whether the page's origin is listed */
    boolean allow(RoutingContext routing) {
        String origin = routing.request().getHeader("Origin");
        routing.response().putHeader("Vary", "Origin");
        boolean listed = origin != null && isListed(routing.pathParam("form"), origin);
        if (listed) {
            routing.response().putHeader("Access-Control-Allow-Origin", origin);
        }
        return listed;
    }

    private boolean isListed(String name, String origin) {
        return keyring.hasOrigin(origin)
                || forms.find(name).map(form -> lists(form, origin)).orElse(false);
    }

    private static boolean lists(FormDefinition form, String origin) {
        return form.sender(SenderType.PUBLIC)
                .filter(sender -> sender.origins().contains(origin))
                .isPresent();
    }
}
