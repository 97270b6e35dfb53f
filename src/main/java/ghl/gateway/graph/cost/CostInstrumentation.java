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
 * Makes each request one {@link ReadContext}, refuses a query that its locations cannot serve before anything is read, and
 * writes what it cost into the answer. A subscription is no inquiry: it may last for days, and each event reads anew.
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

    /** A mutation is never refused for what is read after it. */
    @Override
    public ExecutionContext instrumentExecutionContext(
            ExecutionContext context, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        Operation operation = context.getOperationDefinition().getOperation();
        if (operation != Operation.SUBSCRIPTION) {
            ReadContext inquiry = inquiry(context.getGraphQLContext());
            context.getGraphQLContext().put(ReadContext.class, inquiry);
            if (operation == Operation.QUERY) {
                check(context, inquiry);
            }
        }
        return context;
    }

    private ReadContext inquiry(GraphQLContext context) {
        return highLevel.newReadContext(Callers.of(context.<SecurityIdentity>get(SecurityIdentity.class))
                .id());
    }

    private void check(ExecutionContext context, ReadContext inquiry) {
        try {
            plannedReads.of(context, inquiry).check();
        } catch (CostTooHighException | UpstreamException refusal) {
            throw new AbortExecutionException(List.of(FieldError.of(refusal).toError()));
        }
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        ReadContext known = parameters.getGraphQLContext().get(ReadContext.class);
        ReadContext inquiry = known == null ? inquiry(parameters.getGraphQLContext()) : known;
        Map<Object, Object> extensions = new LinkedHashMap<>();
        if (result.getExtensions() != null) {
            extensions.putAll(result.getExtensions());
        }
        inquiry.end();
        extensions.put("highlevel", told(inquiry, parameters.getGraphQLContext().get(SecurityIdentity.class)));
        return CompletableFuture.completedFuture(result.transform(builder -> builder.extensions(extensions)));
    }

    /**
     * What is left is told of the locations that were asked, or would have been; where the query names none, of the
     * caller's own.
     */
    private Map<String, Object> told(ReadContext inquiry, SecurityIdentity caller) {
        Set<String> asked = inquiry.locations().isEmpty() ? own(Callers.of(caller)) : inquiry.locations();
        Collection<Quota> quotas = asked.stream().map(highLevel::quota).toList();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("calls", inquiry.calls());
        told.put("cacheHits", inquiry.cacheHits());
        told.put("oldestMs", inquiry.oldestMs());
        quotas.stream().mapToInt(Quota::remaining).min().ifPresent(left -> told.put("remaining", left));
        quotas.stream().mapToInt(Quota::dailyRemaining).min().ifPresent(left -> told.put("dailyRemaining", left));
        return told;
    }

    private Set<String> own(Caller caller) {
        try {
            return Set.of(locations.of(caller, null));
        } catch (LocationRequiredException | ForbiddenLocationException none) {
            return Set.of();
        }
    }
}
