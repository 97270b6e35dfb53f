package ghl.gateway.graph.execution;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import java.util.concurrent.CompletableFuture;

/** Execution strategy that rejects an operation its transport does not support. No resolver is called. */
final class RefusedOperation extends ExecutionStrategy {

    private final String message;

    /** @param failures handles the nested fields of events, which graphql-java executes with the strategy for queries */
    RefusedOperation(String message, DataFetcherExceptionHandler failures) {
        super(failures);
        this.message = message;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        return CompletableFuture.completedFuture(new ExecutionResultImpl(GraphqlErrorBuilder.newError()
                .message(message)
                .location(context.getOperationDefinition().getSourceLocation())
                .errorType(ErrorType.OperationNotSupported)
                .build()));
    }
}
