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
 * Replaces SmallRye's data fetchers, which build a context for every leaf field: a multiple of the cost of the field
 * itself. What those do besides (formatters, bean validation on arguments, CDI events) is not used here.
 */
public class LeanDataFetcherService implements DataFetcherService {

    /** Before Quarkus' own service, which has 1; the lowest wins. */
    @Override
    public Integer getPriority() {
        return 0;
    }

    @Override
    public PlugableBatchableDataFetcher getUniDataFetcher(Operation operation, Type type) {
        return new ResolverFetcher(operation, LeanDataFetcherService::start);
    }

    /** On behalf of the request's inquiry; but what writes goes on without its caller. */
    private static Object start(Object uni, DataFetchingEnvironment environment) {
        Uni<?> answer = (Uni<?>) uni;
        ReadContext inquiry = environment.getGraphQlContext().get(ReadContext.class);
        boolean writes =
                environment.getParentType() == environment.getGraphQLSchema().getMutationType();
        return inquiry == null || writes ? answer.subscribeAsCompletionStage() : inquiry.start(answer);
    }

    @Override
    public PlugableBatchableDataFetcher getMultiDataFetcher(Operation operation, Type type) {
        return new ResolverFetcher(operation, LeanDataFetcherService::publisher);
    }

    /**
     * Events come from wherever they happen; what is selected of them is executed on the subscriber's thread, as queries
     * are. No more than one event waits for it, so that a slow subscriber is no longer told of what is past.
     */
    private static Object publisher(Object multi, DataFetchingEnvironment environment) {
        Executor thread = environment.getGraphQlContext().get(Executor.class);
        return AdaptersToReactiveStreams.publisher(((Multi<?>) multi).emitOn(thread, 1));
    }

    @Override
    public PlugableBatchableDataFetcher getDefaultDataFetcher(Operation operation, Type type) {
        throw new IllegalStateException(operation.getClassName() + "." + operation.getMethodName()
                + ": a resolver returns Uni, or Multi for a subscription, for the event loop must not wait");
    }

    @Override
    public PlugableDataFetcher getFieldDataFetcher(Field field, Type type, Reference owner) {
        return new PropertyFetcher(field, owner);
    }
}
