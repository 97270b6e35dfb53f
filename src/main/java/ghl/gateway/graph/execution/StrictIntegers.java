package ghl.gateway.graph.execution;

import graphql.Scalars;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;

/**
 * Replaces SmallRye's {@code Int} by that of graphql-java. SmallRye's also reads strings, in time that grows with the square
 * of their length, and cuts off the upper bits of larger numbers.
 */
final class StrictIntegers extends GraphQLTypeVisitorStub {

    private StrictIntegers() {}

    static GraphQLSchema in(GraphQLSchema schema) {
        return SchemaTransformer.transformSchema(schema, new StrictIntegers());
    }

    @Override
    public TraversalControl visitGraphQLScalarType(
            GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
        return scalar.getName().equals(Scalars.GraphQLInt.getName())
                ? changeNode(context, Scalars.GraphQLInt)
                : TraversalControl.CONTINUE;
    }
}
