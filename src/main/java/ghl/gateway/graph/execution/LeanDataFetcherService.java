package ghl.gateway.graph.execution;

import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;

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
        return new ResolverFetcher(operation);
    }

    @Override
    public PlugableBatchableDataFetcher getDefaultDataFetcher(Operation operation, Type type) {
        throw new IllegalStateException(operation.getClassName() + "." + operation.getMethodName()
                + ": a resolver returns Uni, for the event loop must not wait");
    }

    @Override
    public PlugableDataFetcher getFieldDataFetcher(Field field, Type type, Reference owner) {
        return new PropertyFetcher(field, owner);
    }
}
