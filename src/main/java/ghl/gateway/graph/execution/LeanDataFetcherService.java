package ghl.gateway.graph.execution;

import ghl.gateway.highlevel.call.ReadContext;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Executor;
import mutiny.zero.flow.adapters.AdaptersToReactiveStreams;

/**
 * Replaces SmallRye's data fetchers, which build a context for every leaf field at a multiple of the field's own cost.
 * Their other features (formatters, bean validation of arguments, CDI events) are not used here.
 */
public class LeanDataFetcherService implements DataFetcherService {

    /** Takes precedence over Quarkus' own service, which has priority 1; the lowest wins. */
    @Override
    public Integer getPriority() {
        return 0;
    }

    @Override
    public PlugableBatchableDataFetcher getUniDataFetcher(Operation operation, Type type) {
        return new ResolverFetcher(operation, LeanDataFetcherService::start);
    }

    /** Reads run in the request's {@link ReadContext} and end with it. A mutation outlives its caller's connection. */
    private static Object start(Object uni, DataFetchingEnvironment environment) {
        Uni<?> answer = (Uni<?>) uni;
        ReadContext reads = environment.getGraphQlContext().get(ReadContext.class);
        boolean isMutation =
                environment.getParentType() == environment.getGraphQLSchema().getMutationType();
        return reads == null || isMutation ? answer.subscribeAsCompletionStage() : reads.start(answer);
    }

    @Override
    public PlugableBatchableDataFetcher getMultiDataFetcher(Operation operation, Type type) {
        return new ResolverFetcher(operation, LeanDataFetcherService::publisher);
    }

    /**
     * Events are emitted on any thread; their selections are executed on the subscriber's, as for queries. At most one
     * event is buffered, so that a slow subscriber does not receive outdated ones.
     */
    private static Object publisher(Object multi, DataFetchingEnvironment environment) {
        Executor thread = environment.getGraphQlContext().get(Executor.class);
        return AdaptersToReactiveStreams.publisher(((Multi<?>) multi).emitOn(thread, 1));
    }

    @Override
    public PlugableBatchableDataFetcher getDefaultDataFetcher(Operation operation, Type type) {
        throw new IllegalStateException(operation.getClassName() + "." + operation.getMethodName()
                + " must return Uni, or Multi for a subscription: resolvers must not block the event loop");
    }

    @Override
    public PlugableDataFetcher getFieldDataFetcher(Field field, Type type, Reference owner) {
        return new PropertyFetcher(field, owner);
    }
}
