package ghl.gateway.graph.http;

import ghl.gateway.access.Callers;
import ghl.gateway.graph.execution.GraphQLExecutor;
import ghl.gateway.http.BodyReader;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;

/**
 * {@code /graphql}: POST with a JSON body runs queries and mutations, GET runs queries only. The route has order 0:
 * after Quarkus' authorization filter and body limit, before SmallRye's own handler, which therefore sees no request.
 */
@ApplicationScoped
class GraphQLRoute {

    private static final String PATH = "/graphql";
    /** Quarkus' authorization filter has order -100, and still runs first. */
    private static final int BEFORE_BODY = BodyReader.ORDER - 1;

    private final GraphQLExecutor executor;
    private final Callers callers;

    GraphQLRoute(GraphQLExecutor executor, Callers callers) {
        this.executor = executor;
        this.callers = callers;
    }

    void register(@Observes Router router) {
        router.post(PATH).order(BEFORE_BODY).handler(this::requireJson).failureHandler(this::fail);
        router.route(PATH).order(0).handler(this::handle).failureHandler(this::fail);
    }

    private void handle(RoutingContext routing) {
        ResponseType type = ResponseType.negotiate(routing.parsedHeaders().accept())
                .orElseThrow(() -> new BadRequestException(
                        406, "Accept must allow application/json or application/graphql-response+json"));
        GraphQLRequest request = read(routing);
        callers.identity(routing).subscribe().with(caller -> execute(routing, type, caller, request), routing::fail);
    }

    private void execute(RoutingContext routing, ResponseType type, SecurityIdentity caller, GraphQLRequest request) {
        Context context = Vertx.currentContext();
        var running = executor.execute(caller, request.query(), request.operationName(), request.variables());
        routing.response().closeHandler(closed -> running.cancel(true));
        running.thenAccept(result -> context.runOnContext(
                        ignored -> GraphQLResponse.of(type, result).send(routing)))
                .exceptionally(thrown -> {
                    if (!running.isCancelled()) {
                        context.runOnContext(ignored -> routing.fail(thrown));
                    }
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
            if (executor.isMutationOrSubscription(request.query(), request.operationName())) {
                throw new BadRequestException(
                        405, "GET runs queries only: send mutations with POST and subscriptions over a WebSocket");
            }
            return request;
        }
        throw new BadRequestException(405, "The method is not supported: send GraphQL with POST and a JSON body");
    }

    /** A form on another site could send any other content type without a CORS preflight. */
    private void requireJson(RoutingContext routing) {
        String contentType = routing.request().getHeader("Content-Type");
        boolean json =
                contentType != null && Arrays.stream(contentType.split(",", -1)).allMatch(GraphQLRoute::isJson);
        if (!json) {
            throw new BadRequestException(415, "Content-Type must be application/json");
        }
        routing.next();
    }

    private static boolean isJson(String mediaType) {
        return mediaType.split(";", 2)[0].trim().equalsIgnoreCase("application/json");
    }

    private void fail(RoutingContext routing) {
        GraphQLResponse.ofFailure(routing.failure(), routing.statusCode()).send(routing);
    }
}
