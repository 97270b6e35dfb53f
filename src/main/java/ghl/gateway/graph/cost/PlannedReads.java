package ghl.gateway.graph.cost;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.ForbiddenLocationException;
import ghl.gateway.access.caller.LocationChoice;
import ghl.gateway.access.caller.LocationRequiredException;
import ghl.gateway.contact.ContactFilter;
import ghl.gateway.contact.ContactOrder;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.graph.ListArguments;
import ghl.gateway.graph.execution.ArgumentBinder;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.ReadContext;
import ghl.gateway.highlevel.read.NestedList;
import ghl.gateway.highlevel.read.QueryCost;
import graphql.analysis.QueryTraverser;
import graphql.execution.ExecutionContext;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Derives the reads of a query from its document and variables. */
@ApplicationScoped
class PlannedReads {

    private final HighLevel highLevel;
    private final LocationChoice locations;

    PlannedReads(HighLevel highLevel, LocationChoice locations) {
        this.highLevel = highLevel;
        this.locations = locations;
    }

    QueryCost of(ExecutionContext context, ReadContext reads) {
        RootFields roots = new RootFields();
        QueryTraverser.newQueryTraverser()
                .schema(context.getGraphQLSchema())
                .document(context.getDocument())
                .operationName(context.getExecutionInput().getOperationName())
                .coercedVariables(context.getCoercedVariables())
                .build()
                .visitPreOrder(roots);
        QueryCost cost = highLevel.cost(reads);
        Caller caller = Callers.of(context.getGraphQLContext().<SecurityIdentity>get(SecurityIdentity.class));
        roots.forEach((root, nested) -> add(cost, caller, root, nested));
        return cost;
    }

    private void add(QueryCost cost, Caller caller, RootFields.Root root, Set<NestedList> nested) {
        try {
            addValid(cost, caller, root.name(), new Arguments(root.arguments()), nested);
        } catch (InvalidInputException | LocationRequiredException | ForbiddenLocationException ignored) {
            // The resolver reports it and reads nothing.
        }
    }

    private void addValid(QueryCost cost, Caller caller, String name, Arguments arguments, Set<NestedList> nested) {
        String location = locations.of(caller, arguments.text("locationId"));
        boolean isPartOfContact = name.equals("task") || name.equals("note");
        if (isPartOfContact && !caller.locations().all()) {
            cost.contact(location, arguments.text("contactId"), Set.of());
        }
        switch (name) {
            case "contact" -> cost.contact(location, arguments.text("id"), nested);
            case "contactBy" -> cost.contactBy(location, arguments.text("email"), arguments.text("phone"), nested);
            case "contacts" ->
                cost.contacts(
                        location,
                        ListArguments.request(
                                arguments.bound("first", Integer.class),
                                arguments.bound("after", String.class),
                                arguments.bound("filter", ContactFilter.class),
                                arguments.bound("orderBy", ContactOrder.class)),
                        nested);
            case "submission.contact" -> cost.contactsNamed(location, 1, nested);
            case "submissions.contact" ->
                cost.contactsNamed(location, ListArguments.pageSize(arguments.bound("first", Integer.class)), nested);
            case "task" -> cost.task(location, arguments.text("contactId"), arguments.text("id"));
            case "note" -> cost.note(location, arguments.text("contactId"), arguments.text("id"));
            default -> {} // no upstream call
        }
    }

    /** Converts arguments in the same way as the resolvers. */
    private record Arguments(Map<String, Object> values) {

        String text(String name) {
            String value = bound(name, String.class);
            return value == null ? null : value.trim();
        }

        <T> T bound(String name, Class<T> type) {
            return type.cast(ArgumentBinder.bind(name, values.get(name), type));
        }
    }
}
