package ghl.gateway.access;

import ghl.gateway.access.caller.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.health.api.HealthContentFilter;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/**
 * Shows the data of health checks to operators only, and in an open gateway. Everyone else gets their names and whether they
 * are up, which is what probes need.
 */
@ApplicationScoped
class HealthDetails implements HealthContentFilter {

    /** Set for the requests that may see all. */
    private static final String VISIBLE = HealthDetails.class.getName();

    private final Callers callers;

    HealthDetails(Callers callers) {
        this.callers = callers;
    }

    void register(@Observes Router router) {
        router.route("/q/health*")
                .order(RouteAuthorization.AFTER_AUTHENTICATION + 1)
                .handler(this::identify);
    }

    /** Invalid credentials are ignored: a probe must not take an expired token for a gateway that is down. */
    private void identify(RoutingContext routing) {
        callers.identity(routing)
                .subscribe()
                .with(identity -> next(routing, mayOperate(routing, identity)), refused -> next(routing, false));
    }

    private static void next(RoutingContext routing, boolean isVisible) {
        ContextLocals.put(VISIBLE, isVisible);
        routing.next();
    }

    private static boolean mayOperate(RoutingContext routing, SecurityIdentity identity) {
        return Callers.of(identity).may(Role.OPERATOR) && Callers.isAllowedFromOrigin(routing, identity);
    }

    @Override
    public JsonObject filter(JsonObject health) {
        if (ContextLocals.get(VISIBLE, false)) {
            return health;
        }
        JsonArrayBuilder checks = Json.createArrayBuilder();
        health.getJsonArray("checks")
                .getValuesAs(JsonObject.class)
                .forEach(check -> checks.add(Json.createObjectBuilder()
                        .add("name", check.get("name"))
                        .add("status", check.get("status"))));
        return Json.createObjectBuilder()
                .add("status", health.get("status"))
                .add("checks", checks)
                .build();
    }
}
