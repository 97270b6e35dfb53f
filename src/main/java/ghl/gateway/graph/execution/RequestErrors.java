package ghl.gateway.graph.execution;

import ghl.gateway.access.mode.SchemaVisibility;
import ghl.gateway.graph.ErrorCode;
import ghl.gateway.submission.check.Texts;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.UnknownOperationException;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the errors that graphql-java creates itself (parsing, validation, coercion). Each gets a code, and a message that
 * neither repeats a long input nor names parts of a hidden schema.
 */
record RequestErrors(SchemaVisibility visibility) {

    private static final int MAX_MESSAGE = 400;
    /** The part of a message that contains the caller's own names only. */
    private static final Pattern ABOUT_VARIABLES =
            Pattern.compile("(Variable '\\w{1,100}' has an invalid value|Variable '\\w{1,100}' has coerced Null value"
                    + "|The variables input contains a field name '[^']{1,100}' that is not defined)");

    private static final String SHOW_DETAILS = " (an operator can show details with GATEWAY_EXPLORE=true)";

    ExecutionResult rewrite(ExecutionResult result) {
        return result.getErrors().stream().allMatch(RequestErrors::hasCode)
                ? result
                : result.transform(builder -> builder.errors(rewrite(result.getErrors())));
    }

    List<GraphQLError> rewrite(List<GraphQLError> errors) {
        boolean visible = visibility.isVisible();
        return errors.stream()
                .map(error -> hasCode(error) ? error : rewrite(error, visible))
                .toList();
    }

    private static boolean hasCode(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().containsKey("code");
    }

    private static GraphQLError rewrite(GraphQLError error, boolean visible) {
        String message = visible || isWithoutSchema(error) ? error.getMessage() : hidden(error) + SHOW_DETAILS;
        return GraphqlErrorBuilder.newError()
                .message("%s", Texts.cut(message, MAX_MESSAGE))
                .locations(error.getLocations())
                .path(error.getPath())
                .errorType(error.getErrorType())
                .extensions(ErrorCode.BAD_REQUEST.extensions())
                .build();
    }

    private static boolean isWithoutSchema(GraphQLError error) {
        return error instanceof UnknownOperationException
                || error.getErrorType() == ErrorType.InvalidSyntax
                || error.getErrorType() == ErrorType.OperationNotSupported;
    }

    private static String hidden(GraphQLError error) {
        if (error instanceof ValidationError validation) {
            return "Validation error (" + validation.getValidationErrorType() + "@["
                    + String.join("/", validation.getQueryPath()) + "])";
        }
        Matcher own = ABOUT_VARIABLES.matcher(error.getMessage());
        return own.lookingAt() ? own.group() : "A value does not fit the schema";
    }
}
