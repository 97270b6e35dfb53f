package ghl.gateway.graph.websocket;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.smallrye.graphql.bootstrap.DataFetcherFactory;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.OperationType;
import io.smallrye.graphql.schema.model.Wrapper;
import io.smallrye.graphql.schema.model.WrapperType;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Replaces the gateway's schema. A {@code @GraphQLApi} class would become part of every test's schema, so the
 * operations are described by hand; their data fetchers are created by SmallRye as usual.
 */
@Alternative
@Singleton
class TickSchema {

    private static final String SCHEMA = """
            type Query { hello: String }
            type Mutation { change: Int }
            type Subscription {
              ticks(span: Span!): Tick!
              endless(characters: Int!): Tick!
              silent: Tick!
              breaking: Tick!
            }
            input Span { count: Int! every: String! label: String }
            type Tick { number: Int! text: String! thread: String! }
            """;

    @Produces
    @Singleton
    GraphQLSchema schema() {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type("Subscription", type -> type.dataFetcher("ticks", fetcher("ticks", "span"))
                        .dataFetcher("endless", fetcher("endless", "characters"))
                        .dataFetcher("silent", fetcher("silent"))
                        .dataFetcher("breaking", fetcher("breaking")))
                .build();
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring);
    }

    private static DataFetcher<?> fetcher(String name, String... arguments) {
        Operation operation =
                new Operation(Ticks.class.getName(), name, name, name, null, OperationType.SUBSCRIPTION, null);
        operation.setWrapper(new Wrapper(WrapperType.UNKNOWN, Multi.class.getName()));
        for (String argument : arguments) {
            operation.addArgument(new Argument(argument, name, argument, argument, null));
        }
        return new DataFetcherFactory().getDataFetcher(operation, null);
    }
}
