package ghl.gateway.intake;

import ghl.gateway.access.Callers;
import ghl.gateway.http.BodyFilter;
import ghl.gateway.http.BodyReader;
import ghl.gateway.intake.FormPost.Credentials;
import ghl.gateway.intake.body.FilePartFilter;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.problem.Problem;
import ghl.gateway.publicform.ClientInfoReader;
import ghl.gateway.publicform.IntakeRefusedException;
import ghl.gateway.submission.receipt.UserError;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code POST /forms/FORM} and {@code POST /forms/FORM/SECRET}. Runs before Quarkus reads the body, because signatures are
 * verified over the unmodified bytes.
 */
@ApplicationScoped
class IntakeRoute {

    private static final String FORM = "/forms/:form";
    private static final String LINK = "/forms/:form/:secret";
    private static final String METHODS = "POST, HEAD, OPTIONS";

    private static final int MAX_BYTES_WITH_FILES = 25 * RequestBody.MAX_BYTES;

    private final Intake intake;
    private final BodyReader bodies;
    private final Callers callers;
    private final ClientInfoReader clients;
    private final IntakeCors cors;
    private final IntakePages pages;
    private final UnknownAddresses unknownAddresses;
    private final IntakeProblems problems;

    IntakeRoute(
            Intake intake,
            BodyReader bodies,
            Callers callers,
            ClientInfoReader clients,
            IntakeCors cors,
            IntakePages pages,
            UnknownAddresses unknownAddresses,
            IntakeProblems problems) {
        this.intake = intake;
        this.bodies = bodies;
        this.callers = callers;
        this.clients = clients;
        this.cors = cors;
        this.pages = pages;
        this.unknownAddresses = unknownAddresses;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.get("/forms/:form/thanks").order(0).handler(pages::thanks);
        for (String path : List.of(FORM, LINK)) {
            router.options(path).order(0).handler(this::options);
            router.head(path).order(0).handler(routing -> routing.response().end());
            router.post(path).order(BodyReader.ORDER).handler(this::receive).failureHandler(this::fail);
            router.route(path).order(1).handler(this::refuseMethod);
        }
        router.post("/forms/*").order(2).handler(this::refuseAddress);
    }

    private void receive(RoutingContext routing) {
        cors.allow(routing);
        Context context = Vertx.currentContext();
        Promise<Void> processed = Promise.promise();
        routing.request().pause();
        credentials(routing)
                .chain(credentials -> intake.admit(post(routing, credentials)))
                .chain(admission -> body(routing, context, admission, processed.future())
                        .chain(body -> intake.verify(admission, body).chain(verified -> intake.receive(verified, body)
                                .invoke(result -> context.runOnContext(ignored -> answer(routing, verified, result))))))
                .onTermination()
                .invoke(() -> context.runOnContext(ignored -> processed.complete()))
                .subscribe()
                .with(answered -> {}, thrown -> context.runOnContext(ignored -> fail(routing, thrown)));
    }

    private Uni<RequestBody> body(
            RoutingContext routing, Context context, Admission admission, Future<Void> processed) {
        return Uni.createFrom()
                .emitter(reading -> context.runOnContext(ignored -> read(routing, admission, processed)
                        .onSuccess(body -> reading.complete(new RequestBody(
                                body.getBytes(),
                                routing.request().getHeader("Content-Type"),
                                headers(routing.request()))))
                        .onFailure(reading::fail)));
    }

    /** Contents of uploaded files are dropped as they arrive, unless the sender's signature is over them too. */
    private Future<Buffer> read(RoutingContext routing, Admission admission, Future<Void> processed) {
        boolean isSigned = admission.sender() != null && admission.sender().signer() != null;
        if (isSigned || !FilePartFilter.canFilter(admission.post().headers())) {
            return bodies.read(routing, BodyFilter.NONE, RequestBody.MAX_BYTES, RequestBody.MAX_BYTES, processed);
        }
        BodyFilter filter = new FilePartFilter(routing.request().getHeader("Content-Type"));
        return bodies.read(routing, filter, RequestBody.MAX_BYTES, MAX_BYTES_WITH_FILES, processed);
    }

    /**
     * Ignores the anonymous caller of an open gateway: only an Authorization header counts. A secret address needs no
     * further credentials: a header that the sender adds is ignored.
     */
    private Uni<Credentials> credentials(RoutingContext routing) {
        boolean hasNone =
                routing.pathParam("secret") != null || routing.request().getHeader("Authorization") == null;
        if (hasNone) {
            return Uni.createFrom().item(Credentials.NONE);
        }
        return callers.of(routing).map(caller -> {
            if (!caller.isKnown()) {
                throw new AuthenticationFailedException();
            }
            return new Credentials(
                    caller, callers.publishableKey(routing.request()).orElse(null));
        });
    }

    private FormPost post(RoutingContext routing, Credentials credentials) {
        return new FormPost(
                routing.pathParam("form"),
                routing.pathParam("secret"),
                headers(routing.request()),
                clients.read(routing.request()),
                credentials);
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    private void answer(RoutingContext routing, Admission admission, IntakeResult result) {
        if (IntakePages.accepts(routing) && (!admission.isWebhook() || IntakePages.isNavigation(routing))) {
            pages.answer(routing, result);
        } else if (result.userErrors().isEmpty()) {
            routing.response()
                    .setStatusCode(admission.isWebhook() ? 200 : 202) // some form builders take nothing but 200
                    .putHeader("Content-Type", "application/json; charset=utf-8")
                    .end(receipt(result).encode());
        } else {
            invalid(result.userErrors()).send(routing);
        }
    }

    private static JsonObject receipt(IntakeResult result) {
        JsonObject receipt = new JsonObject();
        if (result.id() != null) {
            receipt.put("id", result.id());
        }
        receipt.put("status", result.status());
        return result.reason() == null ? receipt : receipt.put("reason", result.reason());
    }

    private static Problem invalid(List<UserError> errors) {
        List<Map<String, Object>> userErrors = errors.stream()
                .map(error -> Map.<String, Object>of(
                        "code", error.code().name(), "message", error.message(), "path", error.path()))
                .toList();
        return new Problem(422, "INVALID_INPUT", "The form has invalid answers: see userErrors", null, userErrors);
    }

    private void fail(RoutingContext routing) {
        fail(routing, routing.failure());
    }

    /** The body of a refused request is discarded as it arrives. */
    private void fail(RoutingContext routing, Throwable failure) {
        if (!routing.request().isEnded()) { // HTTP/2 refuses to resume then
            routing.request().resume();
        }
        Problem problem = problems.of(failure);
        refuse(
                routing,
                problem.status() == 404
                        ? unknownAddresses.refuse(routing.request(), routing.pathParam("form"), problem)
                        : problem);
    }

    private void refuse(RoutingContext routing, Problem problem) {
        if (IntakePages.accepts(routing)) {
            pages.problem(routing, problem);
        } else {
            problem.send(routing);
        }
    }

    private void refuseMethod(RoutingContext routing) {
        routing.response().putHeader("Allow", METHODS);
        refuse(
                routing,
                Problem.of(
                        405,
                        "BAD_REQUEST",
                        "Send the form with POST: choose POST as the method of the webhook or form. Nothing of this"
                                + " request was read, and no challenge in it is answered"));
    }

    /** Addresses that have too many parts, or too few. */
    private void refuseAddress(RoutingContext routing) {
        fail(routing, IntakeRefusedException.notFound());
    }

    private void options(RoutingContext routing) {
        routing.response().putHeader("Allow", METHODS);
        cors.preflight(routing);
    }
}
