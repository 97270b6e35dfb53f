package ghl.gateway.graph.execution;

import ghl.gateway.graph.ErrorCode;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives the errors that graphql-java makes itself (parsing, validation, coercion) the code that every error has. */
final class ErrorExtensions {

    private static final String CODE = "code";

    private ErrorExtensions() {}

    static ExecutionResult complete(ExecutionResult result) {
        if (result.getErrors().stream().allMatch(ErrorExtensions::hasCode)) {
            return result;
        }
        List<GraphQLError> errors =
                result.getErrors().stream().map(ErrorExtensions::withCode).toList();
        return result.transform(builder -> builder.errors(errors));
    }

    private static boolean hasCode(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().containsKey(CODE);
    }

    private static GraphQLError withCode(GraphQLError error) {
        if (hasCode(error)) {
            return error;
        }
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put(CODE, ErrorCode.BAD_REQUEST.name());
        extensions.put("retryable", false);
        return GraphqlErrorBuilder.newError()
                .message("%s", error.getMessage())
                .locations(error.getLocations())
                .path(error.getPath())
                .errorType(error.getErrorType())
                .extensions(extensions)
                .build();
    }
}
