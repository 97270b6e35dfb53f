package ghl.gateway.graph.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.highlevel.Inquiry;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.UnknownOperationException;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Executes documents on SmallRye's schema. */
@ApplicationScoped
public class GraphQLExecutor {

    /** Characters of parsed and validated documents that are kept; a client sends few different ones. */
    private static final int CHARACTERS = 1_000_000;

    /** A longer document is no client's template: it would push out many others. */
    private static final int LONGEST_KEPT = 20_000;

    private final GraphQL graphQL;

    GraphQLExecutor(GraphQLSchema schema, Instrumentation instrumentation) {
        Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
                .maximumWeight(CHARACTERS)
                .weigher((String query, PreparsedDocumentEntry document) -> query.length())
                .executor(Runnable::run)
                .build();
        graphQL = GraphQL.newGraphQL(schema)
                .instrumentation(instrumentation)
                .defaultDataFetcherExceptionHandler(new FailureHandler())
                .preparsedDocumentProvider((input, parseAndValidate) -> CompletableFuture.completedFuture(
                        input.getQuery().length() > LONGEST_KEPT
                                ? parseAndValidate.apply(input)
                                : documents.get(input.getQuery(), query -> parseAndValidate.apply(input))))
                .build();
    }

    /** Whether the chosen operation is anything but a query; false when the document cannot be read. */
    public boolean writes(String query, String operationName) {
        try {
            var operation = NodeUtil.getOperation(Parser.parse(query), operationName).operationDefinition;
            return operation.getOperation() != OperationDefinition.Operation.QUERY;
        } catch (InvalidSyntaxException | UnknownOperationException told) {
            return false; // executing it tells the caller what is wrong
        }
    }

    /**
     * Never fails: what goes wrong stands in the result's errors, each with {@code extensions.code}. Whoever cancels takes the
     * request's reads out of the line.
     */
    public CompletableFuture<ExecutionResult> execute(
            String query, String operationName, Map<String, Object> variables) {
        ExecutionInput input = ExecutionInput.newExecutionInput(query)
                .operationName(operationName)
                .variables(variables)
                .build();
        CompletableFuture<ExecutionResult> result = graphQL.executeAsync(input).thenApply(ErrorExtensions::complete);
        result.whenComplete((told, failure) -> {
            Inquiry inquiry = input.getGraphQLContext().get(Inquiry.class);
            if (result.isCancelled() && inquiry != null) {
                inquiry.abandon();
            }
        });
        return result;
    }
}
