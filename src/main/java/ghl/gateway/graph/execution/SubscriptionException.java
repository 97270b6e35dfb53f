package ghl.gateway.graph.execution;

import graphql.GraphQLError;
import java.util.List;

/** A subscription that failed to start or broke off. Each of its errors has {@code extensions.code}. */
public final class SubscriptionException extends RuntimeException {

    private final transient List<GraphQLError> errors;

    SubscriptionException(List<GraphQLError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    public List<GraphQLError> errors() {
        return errors;
    }
}
