package ghl.gateway.graph.websocket;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;

/** A scalar that accepts every value. */
final class AnyScalar implements Coercing<Object, Object> {

    static final GraphQLScalarType SCALAR =
            GraphQLScalarType.newScalar().name("Json").coercing(new AnyScalar()).build();

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public Object parseLiteral(Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return value;
    }
}
