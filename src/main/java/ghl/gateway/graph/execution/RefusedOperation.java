package ghl.gateway.graph.execution;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphqlErrorBuilder;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import java.util.concurrent.CompletableFuture;

/** Stands where an operation would run that its transport does not carry: no resolver is called. */
final class RefusedOperation extends ExecutionStrategy {

    private final String why;

    RefusedOperation(String why) {
        this.why = why;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        return CompletableFuture.completedFuture(new ExecutionResultImpl(GraphqlErrorBuilder.newError()
                .message(why)
                .location(context.getOperationDefinition().getSourceLocation())
                .errorType(ErrorType.OperationNotSupported)
                .build()));
    }
}
