package ghl.gateway.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the bodies of all routes that take one, except forms, whose senders are checked first. Bodies of other requests are
 * discarded as they arrive.
 */
@ApplicationScoped
class BodyRoute {

    /** The vendor cuts its webhooks at 256 kB. */
    private static final int MAX_WEBHOOK_BYTES = 512 * 1024;

    private final BodyReader reader;
    private final int maxBytes;

    BodyRoute(BodyReader reader, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize max) {
        this.reader = reader;
        this.maxBytes = (int) Math.min(max.asLongValue(), Integer.MAX_VALUE);
    }

    void register(@Observes Router router) {
        register(router, "/graphql", maxBytes);
        register(router, "/ops/*", maxBytes);
        register(router, "/sandbox/*", maxBytes);
        register(router, "/webhooks/highlevel", Math.min(maxBytes, MAX_WEBHOOK_BYTES));
    }

    private void register(Router router, String path, int max) {
        router.route(path).order(BodyReader.ORDER).handler(routing -> read(routing, max));
    }

    private void read(RoutingContext routing, int max) {
        if (BodyReader.hasBody(routing.request())) {
            reader.read(routing, max)
                    .onSuccess(body -> pass(routing, body))
                    .onFailure(refused ->
                            ((BodyRefusedException) refused).problem().send(routing));
        } else {
            routing.next();
        }
    }

    private static void pass(RoutingContext routing, Buffer body) {
        RoutingContextInternal context = (RoutingContextInternal) routing;
        context.setBody(body);
        context.visitHandler(RoutingContextInternal.BODY_HANDLER); // no other one will try to read it again
        routing.next();
    }
}
