package ghl.gateway.graph.execution;

import ghl.gateway.access.mode.SchemaVisibility;
import ghl.gateway.graph.limit.DocumentCheck;
import ghl.gateway.highlevel.call.ReadContext;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.ExecutionStrategy;
import graphql.execution.UnknownOperationException;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
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

    private final DocumentCheck check;
    private final RequestErrors errors;
    private final Suggestions suggestions;
    private final DocumentCache documents = new DocumentCache();
    private final GraphQL requests;
    private final GraphQL subscriptions;

    public GraphQLExecutor(
            GraphQLSchema schema, Instrumentation instrumentation, DocumentCheck check, SchemaVisibility visibility) {
        this.check = check;
        this.errors = new RequestErrors(visibility);
        this.suggestions = new Suggestions(schema);
        GraphQL graphQL = GraphQL.newGraphQL(StrictIntegers.in(schema))
                .instrumentation(instrumentation)
                .defaultDataFetcherExceptionHandler(GraphQLExecutor::fieldFailure)
                .preparsedDocumentProvider((input, parseAndValidate) -> {
                    DocumentCache.Key key = new DocumentCache.Key(input.getQuery(), visibility.isVisible());
                    return CompletableFuture.completedFuture(
                            documents.get(key, () -> prepare(key, input, parseAndValidate)));
                })
                .build();
        ExecutionStrategy needsWebSocket = new RefusedOperation(
                "Subscriptions require a WebSocket: connect to this URL with the subprotocol graphql-transport-ws",
                GraphQLExecutor::fieldFailure);
        ExecutionStrategy needsPost = new RefusedOperation(
                "Only subscriptions run over a WebSocket: send queries and mutations with POST",
                GraphQLExecutor::fieldFailure);
        requests = graphQL.transform(builder -> builder.subscriptionExecutionStrategy(needsWebSocket));
        subscriptions = graphQL.transform(
                builder -> builder.queryExecutionStrategy(needsPost).mutationExecutionStrategy(needsPost));
    }

    /** Reports a failed field at its path; the field becomes null and its siblings are kept. */
    private static CompletableFuture<DataFetcherExceptionHandlerResult> fieldFailure(
            DataFetcherExceptionHandlerParameters parameters) {
        FieldError failure = FieldError.of(parameters.getException());
        GraphQLError error = GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
                .message("%s", failure.message())
                .extensions(failure.extensions())
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    private PreparsedDocumentEntry prepare(
            DocumentCache.Key key,
            ExecutionInput input,
            Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        Optional<GraphQLError> rejection = check.check(key.query(), key.schemaVisible());
        if (rejection.isPresent()) {
            return new PreparsedDocumentEntry(rejection.get());
        }
        PreparsedDocumentEntry document = parseAndValidate.apply(input);
        return key.schemaVisible() ? suggestions.addTo(document) : document;
    }

    /** Whether the chosen operation is not a query. False for an invalid document: executing it reports the error. */
    public boolean isMutationOrSubscription(String query, String operationName) {
        if (check.check(query, true).isPresent()) {
            return false;
        }
        try {
            var operation = NodeUtil.getOperation(Parser.parse(query), operationName).operationDefinition;
            return operation.getOperation() != OperationDefinition.Operation.QUERY;
        } catch (UnknownOperationException unknown) {
            return false;
        }
    }

    /**
     * Runs a query or a mutation on behalf of a caller. The future never fails: errors are in the result, each with
     * {@code extensions.code}. Cancelling it removes the request's pending reads from the queue.
     */
    public CompletableFuture<ExecutionResult> execute(
            SecurityIdentity caller, String query, String operationName, Map<String, Object> variables) {
        ExecutionInput input = input(caller, query, operationName, variables).build();
        CompletableFuture<ExecutionResult> result = requests.executeAsync(input).thenApply(errors::rewrite);
        result.whenComplete((ignored, failure) -> {
            ReadContext reads = input.getGraphQLContext().get(ReadContext.class);
            if (reads != null && result.isCancelled()) {
                reads.abandon();
            } else if (reads != null) {
                reads.end();
            }
        });
        return result;
    }

    /**
     * Runs a subscription once the returned stream is subscribed to. Emits one result per event, with backpressure.
     *
     * @param thread executes the selection of each event, one at a time
     * @return fails with {@link SubscriptionException} only
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
                .transformToMulti(this::events)
                .map(errors::rewrite)
                .onFailure(thrown -> !(thrown instanceof SubscriptionException))
                .transform(thrown ->
                        new SubscriptionException(List.of(FieldError.of(thrown).toError())));
    }

    private Multi<ExecutionResult> events(ExecutionResult started) {
        Publisher<ExecutionResult> events = started.getData();
        return events == null
                ? Multi.createFrom().failure(new SubscriptionException(errors.rewrite(started.getErrors())))
                : Multi.createFrom().publisher(AdaptersToFlow.publisher(events));
    }

    private static ExecutionInput.Builder input(
            SecurityIdentity caller, String query, String operationName, Map<String, Object> variables) {
        return ExecutionInput.newExecutionInput(query)
                .graphQLContext(context -> context.of(SecurityIdentity.class, caller))
                .operationName(operationName)
                .variables(variables);
    }
}
