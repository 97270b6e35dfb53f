package ghl.gateway.graph.http;

import ghl.gateway.access.Callers;
import ghl.gateway.graph.execution.GraphQLExecutor;
import ghl.gateway.graph.limit.RequestLimits;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;

/**
 * {@code /graphql}: POST with a JSON body runs anything, GET runs queries only. An ordinary route at order 0: behind
 * Quarkus' authorization filter and body limit, before SmallRye's own handler, which gets nothing to do.
 */
@ApplicationScoped
class GraphQLRoute {

    private static final String PATH = "/graphql";

    /** Quarkus' limit has −2; its authorization filter, at −100, stays before this. */
    private static final int BEFORE_BODY_LIMIT = -3;

    private final GraphQLExecutor executor;
    private final Callers callers;
    private final long largestBody;

    GraphQLRoute(GraphQLExecutor executor, Callers callers, RequestLimits limits) {
        this.executor = executor;
        this.callers = callers;
        this.largestBody = limits.body();
    }

    void register(@Observes Router router) {
        router.post(PATH).order(BEFORE_BODY_LIMIT).handler(this::checkHead).failureHandler(this::fail);
        router.post(PATH).order(0).handler(BodyHandler.create(false).setBodyLimit(largestBody));
        router.route(PATH).order(0).handler(this::answer).failureHandler(this::fail);
    }

    /** What can be refused without reading the body. Quarkus' own limit would answer a large one without a word. */
    private void checkHead(RoutingContext routing) {
        requireJson(routing.request().getHeader("Content-Type"));
        String length = routing.request().getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > largestBody) {
            routing.response().putHeader("Connection", "close");
            throw new BadRequestException(413, "The body is larger than " + largestBody + " bytes");
        }
        routing.next();
    }

    private void answer(RoutingContext routing) {
        ResponseType type = ResponseType.negotiate(routing.parsedHeaders().accept())
                .orElseThrow(() -> new BadRequestException(
                        406, "Accept must allow application/json or application/graphql-response+json"));
        GraphQLRequest request = read(routing);
        callers.identity(routing).subscribe().with(caller -> execute(routing, type, caller, request), routing::fail);
    }

    private void execute(RoutingContext routing, ResponseType type, SecurityIdentity caller, GraphQLRequest request) {
        Context context = Vertx.currentContext();
        var running = executor.execute(caller, request.query(), request.operationName(), request.variables());
        routing.response().closeHandler(gone -> running.cancel(true));
        running.thenAccept(result -> context.runOnContext(
                        ignored -> GraphQLResponse.of(type, result).send(routing)))
                .exceptionally(thrown -> {
                    if (running.isCancelled()) {
                        return null; // nobody is there to be told
                    }
                    context.runOnContext(ignored -> routing.fail(thrown));
                    return null;
                });
    }

    private GraphQLRequest read(RoutingContext routing) {
        HttpMethod method = routing.request().method();
        if (method.equals(HttpMethod.POST)) {
            return GraphQLRequest.fromJson(routing.body().asString("UTF-8"));
        }
        if (method.equals(HttpMethod.GET)) {
            GraphQLRequest request = GraphQLRequest.fromParameters(routing.queryParams());
            if (executor.writes(request.query(), request.operationName())) {
                throw new BadRequestException(
                        405, "GET runs queries only: send a mutation with POST, a subscription over a WebSocket");
            }
            return request;
        }
        throw new BadRequestException(405, "GraphQL is asked with POST and a JSON body");
    }

    /** Anything but JSON could be sent by a foreign page's form without the browser asking first. */
    private static void requireJson(String contentType) {
        boolean json =
                contentType != null && Arrays.stream(contentType.split(",", -1)).allMatch(GraphQLRoute::isJson);
        if (!json) {
            throw new BadRequestException(415, "Content-Type must be application/json");
        }
    }

    private static boolean isJson(String mediaType) {
        return mediaType.split(";", 2)[0].trim().equalsIgnoreCase("application/json");
    }

    private void fail(RoutingContext routing) {
        GraphQLResponse.ofFailure(routing.failure(), routing.statusCode()).send(routing);
    }
}
