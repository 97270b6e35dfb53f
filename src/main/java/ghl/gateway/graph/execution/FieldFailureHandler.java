package ghl.gateway.graph.execution;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.concurrent.CompletableFuture;

/** Turns the failure of a field into an error at its path; the field is null, its siblings live. */
final class FieldFailureHandler implements DataFetcherExceptionHandler {

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        FieldError failure = FieldError.of(parameters.getException());
        var error = GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
                .message(failure.message())
                .extensions(failure.extensions())
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }
}
