package ghl.gateway.graph.websocket;

import ghl.gateway.access.mode.SchemaVisibility;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.graph.execution.GraphQLExecutor;
import ghl.gateway.graph.limit.DefaultLimits;
import ghl.gateway.graph.limit.DocumentCheck;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.smallrye.mutiny.Multi;
import java.util.concurrent.atomic.AtomicInteger;
import mutiny.zero.flow.adapters.AdaptersToReactiveStreams;
import org.reactivestreams.Publisher;

/** A schema with event sources that count requests and cancellations. */
final class EventSources {

    private static final String SCHEMA = """
            type Query { hello: String }
            type Mutation { change: Int }
            type Subscription { three: Int! endless: Int! silent: Int! breaking: Int! refusing: Int! unwritable: Json! }
            scalar Json
            """;

    final AtomicInteger requested = new AtomicInteger();
    final AtomicInteger cancelled = new AtomicInteger();
    final AtomicInteger changes = new AtomicInteger();

    GraphQLExecutor executor() {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(AnyScalar.SCALAR)
                .type("Mutation", type -> type.dataFetcher("change", environment -> changes.incrementAndGet()))
                .type("Subscription", type -> type.dataFetcher(
                                "three",
                                environment -> counted(Multi.createFrom().items(1, 2, 3)))
                        .dataFetcher("endless", environment -> counted(endless()))
                        .dataFetcher(
                                "silent",
                                environment -> counted(Multi.createFrom().nothing()))
                        .dataFetcher("breaking", environment -> counted(breaking()))
                        .dataFetcher("refusing", environment -> {
                            throw new InvalidInputException("Unknown record");
                        })
                        .dataFetcher(
                                "unwritable",
                                environment -> counted(Multi.createFrom().item(new Object()))))
                .build();
        return new GraphQLExecutor(
                new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring),
                SimplePerformantInstrumentation.INSTANCE,
                new DocumentCheck(DefaultLimits.get()),
                new SchemaVisibility(null, true));
    }

    private Multi<Integer> endless() {
        return Multi.createBy().repeating().supplier(requested::incrementAndGet).indefinitely();
    }

    private static Multi<Integer> breaking() {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(1),
                        Multi.createFrom().failure(new InvalidInputException("No longer served")));
    }

    private Publisher<?> counted(Multi<?> events) {
        return AdaptersToReactiveStreams.publisher(events.onCancellation().invoke(cancelled::incrementAndGet));
    }
}
