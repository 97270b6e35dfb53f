package ghl.gateway.graph.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.access.mode.SchemaVisibility;
import ghl.gateway.graph.limit.DocumentCheck;
import ghl.gateway.highlevel.call.ReadContext;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.ExecutionStrategy;
import graphql.execution.UnknownOperationException;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.reactivestreams.Publisher;

/** Executes documents on SmallRye's schema. */
@ApplicationScoped
public class GraphQLExecutor {

    /** Characters of parsed and validated documents that are kept; a client sends few different ones. */
    private static final int CHARACTERS = 1_000_000;

    /** A longer document is no client's template: it would push out many others. */
    private static final int LONGEST_KEPT = 20_000;

    /** @param explore whether the schema may be asked for */
    private record Asked(String query, boolean explore) {}

    private final DocumentCheck check;
    private final Suggestions suggestions;

    /** What an answer to a request can carry. */
    private final GraphQL requests;

    /** What a stream of messages is for. */
    private final GraphQL subscriptions;

    public GraphQLExecutor(
            GraphQLSchema schema, Instrumentation instrumentation, DocumentCheck check, SchemaVisibility exploration) {
        this.check = check;
        this.suggestions = new Suggestions(schema);
        Cache<Asked, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
                .maximumWeight(CHARACTERS)
                .weigher((Asked asked, PreparsedDocumentEntry document) ->
                        asked.query().length())
                .executor(Runnable::run)
                .build();
        GraphQL graphQL = GraphQL.newGraphQL(schema)
                .instrumentation(instrumentation)
                .defaultDataFetcherExceptionHandler(new FieldFailureHandler())
                .preparsedDocumentProvider((input, parseAndValidate) -> {
                    Asked asked = new Asked(input.getQuery(), exploration.isVisible());
                    return CompletableFuture.completedFuture(
                            input.getQuery().length() > LONGEST_KEPT
                                    ? read(asked, input, parseAndValidate)
                                    : documents.get(asked, first -> read(asked, input, parseAndValidate)));
                })
                .build();
        ExecutionStrategy needsWebSocket = new RefusedOperation(
                "A subscription runs over a WebSocket only, at this address with the subprotocol graphql-transport-ws");
        ExecutionStrategy needsPost =
                new RefusedOperation("Only subscriptions run over a WebSocket: send this with POST");
        requests = graphQL.transform(builder -> builder.subscriptionExecutionStrategy(needsWebSocket));
        subscriptions = graphQL.transform(
                builder -> builder.queryExecutionStrategy(needsPost).mutationExecutionStrategy(needsPost));
    }

    private PreparsedDocumentEntry read(
            Asked asked, ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        Optional<GraphQLError> refusal = check.refusal(asked.query(), asked.explore());
        if (refusal.isPresent()) {
            return new PreparsedDocumentEntry(refusal.get());
        }
        PreparsedDocumentEntry document = parseAndValidate.apply(input);
        return asked.explore() ? suggestions.in(document) : document;
    }

    /** Whether the chosen operation is anything but a query; false when the document cannot be read, or is too complex. */
    public boolean writes(String query, String operationName) {
        if (check.refusal(query, true).isPresent()) {
            return false; // executing it tells the caller why
        }
        try {
            var operation = NodeUtil.getOperation(Parser.parse(query), operationName).operationDefinition;
            return operation.getOperation() != OperationDefinition.Operation.QUERY;
        } catch (InvalidSyntaxException | UnknownOperationException told) {
            return false; // executing it tells the caller what is wrong
        }
    }

    /**
     * Runs a query or a mutation on behalf of a caller. Never fails: what goes wrong stands in the result's errors, each
     * with {@code extensions.code}. Whoever cancels takes the request's reads out of the line.
     */
    public CompletableFuture<ExecutionResult> execute(
            SecurityIdentity caller, String query, String operationName, Map<String, Object> variables) {
        ExecutionInput input = input(caller, query, operationName, variables).build();
        CompletableFuture<ExecutionResult> result = requests.executeAsync(input).thenApply(ErrorExtensions::complete);
        result.whenComplete((told, failure) -> {
            ReadContext inquiry = input.getGraphQLContext().get(ReadContext.class);
            if (inquiry != null && result.isCancelled()) {
                inquiry.abandon();
            } else if (inquiry != null) {
                inquiry.end();
            }
        });
        return result;
    }

    /**
     * Runs a subscription once the result is subscribed to: one result per event, as many as are asked for.
     *
     * @param caller on whose behalf
     * @param thread runs what is selected of each event, one at a time
     * @return fails with a {@link SubscriptionException} only
     */
    public Multi<ExecutionResult> subscribe(
            SecurityIdentity caller,
            String query,
            String operationName,
            Map<String, Object> variables,
            Executor thread) {
        ExecutionInput input = input(caller, query, operationName, variables)
                .graphQLContext(context -> context.of(Executor.class, thread))
                .build();
        return Uni.createFrom()
                .completionStage(() -> subscriptions.executeAsync(input))
                .onItem()
                .transformToMulti(GraphQLExecutor::results)
                .map(ErrorExtensions::complete)
                .onFailure(thrown -> !(thrown instanceof SubscriptionException))
                .transform(thrown ->
                        new SubscriptionException(List.of(FieldError.of(thrown).toError())));
    }

    private static Multi<ExecutionResult> results(ExecutionResult begun) {
        Publisher<ExecutionResult> results = begun.getData();
        return results == null
                ? Multi.createFrom()
                        .failure(new SubscriptionException(
                                ErrorExtensions.complete(begun).getErrors()))
                : Multi.createFrom().publisher(AdaptersToFlow.publisher(results));
    }

    private static ExecutionInput.Builder input(
            SecurityIdentity caller, String query, String operationName, Map<String, Object> variables) {
        return ExecutionInput.newExecutionInput(query)
                .graphQLContext(context -> context.of(SecurityIdentity.class, caller))
                .operationName(operationName)
                .variables(variables);
    }
}
