package ghl.gateway.intake;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Caller;
import ghl.gateway.intake.FormPost.Credentials;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.publicform.ClientInfoReader;
import ghl.gateway.publicform.IntakeRefusedException;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * {@code POST /forms/FORM} and {@code POST /forms/FORM/SECRET}. Runs before Quarkus reads the body, because signatures are
 * verified over the unmodified bytes.
 */
@ApplicationScoped
class IntakeRoute {

    private static final Logger LOG = Logger.getLogger(IntakeRoute.class);
    private static final String FORM = "/forms/:form";
    private static final String LINK = "/forms/:form/:secret";

    /** Quarkus' own body limit has order −2, and rejects without a message. */
    private static final int BEFORE_BODY_LIMIT = -3;

    private final Intake intake;
    private final Callers callers;
    private final ClientInfoReader clients;
    private final IntakeCors cors;
    private final IntakePages pages;

    IntakeRoute(Intake intake, Callers callers, ClientInfoReader clients, IntakeCors cors, IntakePages pages) {
        this.intake = intake;
        this.callers = callers;
        this.clients = clients;
        this.cors = cors;
        this.pages = pages;
    }

    void register(@Observes Router router) {
        router.options(FORM).order(0).handler(cors::preflight);
        router.get("/forms/:form/thanks").order(0).handler(pages::thanks);
        for (String path : List.of(FORM, LINK)) {
            router.post(path).order(BEFORE_BODY_LIMIT).handler(this::receive).failureHandler(this::fail);
            router.route(path).order(1).handler(this::refuseMethod);
        }
    }

    private void receive(RoutingContext routing) {
        cors.allow(routing);
        Context context = Vertx.currentContext();
        BodyReader.read(routing.request())
                .onSuccess(body -> credentials(routing)
                        .chain(credentials -> intake.receive(post(routing, body, credentials)))
                        .subscribe()
                        .with(
                                result -> context.runOnContext(ignored -> answer(routing, result)),
                                thrown -> context.runOnContext(ignored -> routing.fail(thrown))))
                .onFailure(routing::fail);
    }

    /**
     * Ignores the anonymous caller of an open gateway: only an Authorization header counts. A secret address needs no
     * further credentials, and senders may add some of their own.
     */
    private Uni<Credentials> credentials(RoutingContext routing) {
        boolean hasNone =
                routing.pathParam("secret") != null || routing.request().getHeader("Authorization") == null;
        if (hasNone) {
            return Uni.createFrom().item(Credentials.NONE);
        }
        return callers.of(routing).map(caller -> {
            if (caller.kind() == Caller.Kind.NOBODY) {
                throw new AuthenticationFailedException("Unknown, revoked or expired credentials");
            }
            return new Credentials(
                    caller, callers.publishableKey(routing.request()).orElse(null));
        });
    }

    private FormPost post(RoutingContext routing, byte[] body, Credentials credentials) {
        HttpServerRequest request = routing.request();
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return new FormPost(
                routing.pathParam("form"),
                routing.pathParam("secret"),
                new RequestBody(body, request.getHeader("Content-Type"), headers),
                clients.read(request),
                credentials);
    }

    private void answer(RoutingContext routing, IntakeResult result) {
        if (IntakePages.accepts(routing)) {
            pages.answer(routing, result);
        } else {
            IntakeReply.of(result).send(routing);
        }
    }

    private void fail(RoutingContext routing) {
        IntakeReply reply = reply(routing.failure());
        if (reply.status() == 413) {
            routing.response().putHeader("Connection", "close");
        }
        refuse(routing, reply);
    }

    private void refuse(RoutingContext routing, IntakeReply reply) {
        if (IntakePages.accepts(routing)) {
            pages.problem(routing, reply);
        } else {
            reply.send(routing);
        }
    }

    private static IntakeReply reply(Throwable thrown) {
        if (thrown instanceof IntakeRefusedException refusal) {
            return IntakeReply.refusal(refusal.status(), refusal.code(), refusal.getMessage());
        }
        if (thrown instanceof MalformedBodyException malformed) {
            return IntakeReply.refusal(malformed.status(), "BAD_REQUEST", malformed.getMessage());
        }
        if (thrown instanceof AuthenticationFailedException) {
            return IntakeReply.refusal(401, "UNAUTHENTICATED", "The key or token does not hold");
        }
        LOG.error("A form was not accepted", thrown);
        return IntakeReply.refusal(503, "NOT_ACCEPTED", "The form cannot be kept just now: send it again");
    }

    private void refuseMethod(RoutingContext routing) {
        routing.response().putHeader("Allow", "POST, OPTIONS");
        refuse(routing, IntakeReply.refusal(405, "BAD_REQUEST", "A form is sent with POST"));
    }
}
