package ghl.gateway.graph.cost;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.ForbiddenLocationException;
import ghl.gateway.access.caller.LocationChoice;
import ghl.gateway.access.caller.LocationRequiredException;
import ghl.gateway.contact.Quota;
import ghl.gateway.graph.execution.FieldError;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.ReadContext;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.highlevel.read.CostTooHighException;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.OperationDefinition.Operation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Gives each request a {@link ReadContext}, rejects a query that its locations cannot serve before anything is read,
 * and adds the cost to the response. A subscription has no {@link ReadContext}: it may last for days, and each event
 * reads anew.
 */
@ApplicationScoped
public class CostInstrumentation extends SimplePerformantInstrumentation {

    private final HighLevel highLevel;
    private final LocationChoice locations;
    private final PlannedReads plannedReads;

    CostInstrumentation(HighLevel highLevel, LocationChoice locations, PlannedReads plannedReads) {
        this.highLevel = highLevel;
        this.locations = locations;
        this.plannedReads = plannedReads;
    }

    /** Mutations are never rejected because of what they read afterwards. */
    @Override
    public ExecutionContext instrumentExecutionContext(
            ExecutionContext context, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        Operation operation = context.getOperationDefinition().getOperation();
        if (operation != Operation.SUBSCRIPTION) {
            ReadContext reads = newReadContext(context.getGraphQLContext());
            context.getGraphQLContext().put(ReadContext.class, reads);
            if (operation == Operation.QUERY) {
                checkCost(context, reads);
            }
        }
        return context;
    }

    private ReadContext newReadContext(GraphQLContext context) {
        return highLevel.newReadContext(caller(context).id());
    }

    private static Caller caller(GraphQLContext context) {
        return Callers.of(context.<SecurityIdentity>get(SecurityIdentity.class));
    }

    private void checkCost(ExecutionContext context, ReadContext reads) {
        try {
            plannedReads.of(context, reads).check();
        } catch (CostTooHighException | UpstreamException e) {
            throw new AbortExecutionException(List.of(FieldError.of(e).toError()));
        }
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        GraphQLContext context = parameters.getGraphQLContext();
        ReadContext existing = context.get(ReadContext.class);
        ReadContext reads = existing == null ? newReadContext(context) : existing;
        Map<Object, Object> extensions = new LinkedHashMap<>();
        if (result.getExtensions() != null) {
            extensions.putAll(result.getExtensions());
        }
        reads.end();
        extensions.put("highlevel", cost(reads, caller(context)));
        return CompletableFuture.completedFuture(result.transform(builder -> builder.extensions(extensions)));
    }

    /** The remaining quota is that of the queried locations, or of the caller's own when the query names none. */
    private Map<String, Object> cost(ReadContext reads, Caller caller) {
        Set<String> queried = reads.locations().isEmpty() ? defaultLocation(caller) : reads.locations();
        Collection<Quota> quotas = queried.stream().map(highLevel::quota).toList();
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("calls", reads.calls());
        cost.put("cacheHits", reads.cacheHits());
        cost.put("oldestMs", reads.oldestMs());
        quotas.stream().mapToInt(Quota::remaining).min().ifPresent(left -> cost.put("remaining", left));
        quotas.stream().mapToInt(Quota::dailyRemaining).min().ifPresent(left -> cost.put("dailyRemaining", left));
        return cost;
    }

    private Set<String> defaultLocation(Caller caller) {
        try {
            return Set.of(locations.of(caller, null));
        } catch (LocationRequiredException | ForbiddenLocationException none) {
            return Set.of();
        }
    }
}
